import type { UploadItem, UploadPhase } from '../transfer/upload-item'

/** Progress of three files must not redraw the list with every packet. */
const notifyMs = 60

/** The rows of the tray, in order of arrival, as a store that React can read. */
export class UploadList {
  readonly #items = new Map<string, UploadItem>()
  readonly #listeners = new Set<() => void>()
  #snapshot: readonly UploadItem[] = []
  #notifyTimer: ReturnType<typeof setTimeout> | undefined
  #count = 0

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  getSnapshot = (): readonly UploadItem[] => this.#snapshot

  /** The rows as they are now, ahead of the snapshot. */
  all(): UploadItem[] {
    return [...this.#items.values()]
  }

  get(id: string): UploadItem | undefined {
    return this.#items.get(id)
  }

  put(item: UploadItem): void {
    this.#items.set(item.id, item)
    this.#changed()
  }

  setPhase(id: string, phase: UploadPhase): void {
    const item = this.#items.get(id)
    if (item) this.put({ ...item, phase })
  }

  remove(id: string): void {
    this.#items.delete(id)
    this.#changed()
  }

  nextId(): string {
    return `upload-${++this.#count}`
  }

  #changed(): void {
    this.#notifyTimer ??= setTimeout(() => {
      this.#notifyTimer = undefined
      this.#snapshot = this.all()
      for (const listener of this.#listeners) listener()
    }, notifyMs)
  }
}
