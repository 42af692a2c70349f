import type { UploadItem } from '../transfer/upload-item'
import type { UploadList } from './upload-list'

export type OverQuotaBatch = { files: number; pages: number; pagesLeft: number }

type GateParts = {
  list: UploadList
  readPagesLeft: () => Promise<number | null>
  confirmOverQuota: (batch: OverQuotaBatch) => Promise<boolean>
}

/** Holds a batch until it is known that the month has room for all of it, and asks where it has not. */
export class BatchGate {
  readonly #parts: GateParts
  readonly #pagesLeft = new Map<number, Promise<number | null>>()
  readonly #confirming = new Set<number>()

  constructor(parts: GateParts) {
    this.#parts = parts
  }

  announce(batch: number): void {
    this.#pagesLeft.set(
      batch,
      this.#parts.readPagesLeft().catch(() => null),
    )
  }

  /** Lets the batch go, where all of it was checked or pages do not matter. */
  async release(batch: number): Promise<void> {
    const pagesLeft = (await this.#pagesLeft.get(batch)) ?? null
    if (this.#held(batch).length === 0 || this.#confirming.has(batch)) return
    if (pagesLeft !== null && this.#isInCheck(batch)) return
    this.#confirming.add(batch)
    const send = pagesLeft === null || (await this.#fitsQuota({ batch, pagesLeft }))
    this.#confirming.delete(batch)
    for (const item of this.#held(batch))
      this.#parts.list.setPhase(item.id, { kind: send ? 'queued' : 'cancelled' })
  }

  async #fitsQuota({ batch, pagesLeft }: { batch: number; pagesLeft: number }): Promise<boolean> {
    const held = this.#held(batch)
    const going = this.#items().filter(({ phase }) => phase.kind === 'queued' || phase.kind === 'sending')
    const room = Math.max(0, pagesLeft - countPages(going))
    const pages = countPages(held)
    return pages <= room || this.#parts.confirmOverQuota({ files: held.length, pages, pagesLeft: room })
  }

  #isInCheck(batch: number): boolean {
    return this.#items().some((item) => item.batch === batch && item.phase.kind === 'checking')
  }

  #held(batch: number): UploadItem[] {
    return this.#items().filter((item) => item.batch === batch && item.phase.kind === 'held')
  }

  #items(): UploadItem[] {
    return this.#parts.list.all()
  }
}

function countPages(items: readonly UploadItem[]): number {
  return items.reduce((sum, { pages }) => sum + (pages ?? 1), 0)
}
