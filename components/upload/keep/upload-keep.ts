import { hasRoom, type KeptFile, keptLifeMs, maxNames } from './kept-file'
import type { KeptStore } from './kept-store'

export type UploadKeepParts = {
  store: KeptStore
  personId: string
  /** The same after a reload of the tab. */
  tabId: () => string
  readFreeBytes: () => Promise<number | null>
  /** Holds a name for this tab, until it is let go or the tab closed; null where another tab holds it. */
  claim: (name: string) => Promise<(() => void) | null>
  /** Whether the browser can say what other tabs hold. */
  knowsTabs: () => boolean
  newId: () => string
  /** SHA-256 in hex; null where the file cannot be read. */
  hash: (file: File) => Promise<string | null>
}

type NewKeptFile = Pick<
  KeptFile,
  'receipt' | 'name' | 'bytes' | 'contentType' | 'pages' | 'options' | 'allowDuplicate'
>

/** What the browser kept of an earlier visit, now this tab's to send; `file` is null where only the name was kept. */
export type FoundFile = { entry: KeptFile; file: File | null }

/**
 * The files of one person that wait to be sent, kept by the browser. Its work goes on beside the uploads and never
 * holds one up: what cannot be kept is not.
 */
export class UploadKeep {
  readonly #parts: UploadKeepParts
  readonly #entries = new Map<string, { entry: KeptFile; isStored: boolean; release: () => void }>()
  /** One after another, so that each knows what room the one before it took. */
  #work: Promise<unknown> = Promise.resolve()
  #hashing: Promise<unknown> = Promise.resolve()
  #others: Promise<KeptFile[]> | undefined

  constructor(parts: UploadKeepParts) {
    this.#parts = parts
  }

  /** Keeps the file; returns the id it is known by from now on, also where nothing could be kept. */
  add({ known, file }: { known: NewKeptFile; file: File }): string {
    const { personId, newId } = this.#parts
    const id = newId()
    const tabId = this.#parts.tabId()
    const state = { sha256: null, isReleased: false, hasBytes: false, keptAt: Date.now() }
    const entry: KeptFile = { ...known, ...state, id, personId, tabId }
    this.#entries.set(id, { entry, isStored: false, release: () => {} })
    this.#after(() => this.#write({ id, file }))
    return id
  }

  change(
    id: string,
    changes: Partial<Pick<KeptFile, 'sha256' | 'isReleased' | 'contentType' | 'pages'>>,
  ): void {
    const kept = this.#entries.get(id)
    if (!kept) return
    kept.entry = { ...kept.entry, ...changes }
    this.#after(async () => {
      const now = this.#entries.get(id)
      if (now?.isStored) await this.#parts.store.put({ entry: now.entry, file: null })
    })
  }

  remove(id: string): void {
    const kept = this.#entries.get(id)
    if (!kept) return
    this.#entries.delete(id)
    this.#after(async () => {
      await this.#parts.store.remove([id])
      kept.release()
    })
  }

  /** Whether its bytes are safe here. */
  hasBytes(id: string): boolean {
    return this.#entries.get(id)?.entry.hasBytes ?? false
  }

  /** Whether at least its name is. */
  isStored(id: string): boolean {
    return this.#entries.get(id)?.isStored ?? false
  }

  has(id: string): boolean {
    return this.#entries.has(id)
  }

  /** What this person left here and no other tab is at. What is too old is cleared away, whosever it is. */
  async take(): Promise<FoundFile[]> {
    const { store, personId } = this.#parts
    const all = (await store.list()) ?? []
    const old = all.filter(({ keptAt }) => Date.now() - keptAt > keptLifeMs)
    if (old.length > 0) await store.remove(old.map(({ id }) => id))
    const own = all.filter((entry) => entry.personId === personId && !old.includes(entry))
    const found: FoundFile[] = []
    for (const entry of own.sort((one, other) => one.keptAt - other.keptAt)) {
      const taken = await this.#takeOne(entry)
      if (taken) found.push(taken)
    }
    return found
  }

  async #takeOne(entry: KeptFile): Promise<FoundFile | null> {
    const { id, tabId } = entry
    if (this.#entries.has(id)) return null
    // Where nobody can say what other tabs hold, a tab goes on with its own alone.
    if (!this.#parts.knowsTabs() && tabId !== this.#parts.tabId()) return null
    const release = await this.#parts.claim(id)
    if (!release) return null
    const file = entry.hasBytes ? ((await this.#parts.store.readFile(id)) ?? null) : null
    this.#entries.set(id, { entry: { ...entry, hasBytes: file !== null }, isStored: true, release })
    return { entry, file }
  }

  async #write({ id, file }: { id: string; file: File }): Promise<void> {
    const { store, readFreeBytes, claim } = this.#parts
    // Sent already, or given up.
    if (!this.#entries.has(id)) return
    const release = (await claim(id)) ?? (() => {})
    const kept = await this.#listStored()
    const fits = hasRoom({ kept, bytes: file.size, freeBytes: await readFreeBytes() })
    const current = this.#entries.get(id)
    if (!current || kept.length >= maxNames) return release()
    current.release = release
    const isWhole = fits && (await store.put({ entry: { ...current.entry, hasBytes: true }, file }))
    if (isWhole) current.entry = { ...current.entry, hasBytes: true }
    current.isStored = isWhole || (await store.put({ entry: current.entry, file: null }))
    if (!isWhole && current.isStored) this.#hashLater({ id, file })
  }

  /** Its own, and what others left here when this page began: a list of five hundred is not read five hundred times. */
  async #listStored(): Promise<KeptFile[]> {
    this.#others ??= this.#parts.store.list().then((all) => all ?? [])
    const own = [...this.#entries.values()].filter(({ isStored }) => isStored).map(({ entry }) => entry)
    const others = (await this.#others).filter(({ id }) => !this.#entries.has(id))
    return [...own, ...others]
  }

  /** So that the same file is known when it is chosen again. */
  #hashLater({ id, file }: { id: string; file: File }): void {
    this.#hashing = this.#hashing.then(async () => {
      const sha256 = this.#entries.has(id) ? await this.#parts.hash(file) : null
      if (sha256) this.change(id, { sha256 })
    })
  }

  #after(work: () => Promise<void>): void {
    this.#work = this.#work.then(work).catch(() => undefined)
  }
}
