/** What the server's event stream says; its `data` is JSON. */
const streamWordTypes = ['hello', 'heartbeat', 'document', 'removed', 'usage'] as const

export type StreamWord =
  | { type: (typeof streamWordTypes)[number]; data: string }
  /** The line broke; `isClosed` where the browser will not open it again by itself. */
  | { type: 'error'; isClosed: boolean }

export type Tell = (word: StreamWord) => void

/** Opens the event stream at `url` and tells each of its words; the answer closes it. */
export function openEventSource({ url, tell }: { url: string; tell: Tell }): () => void {
  const source = new EventSource(url)
  for (const type of streamWordTypes) {
    source.addEventListener(type, ({ data }) => tell({ type, data: String(data) }))
  }
  source.addEventListener('error', () =>
    tell({ type: 'error', isClosed: source.readyState === EventSource.CLOSED }),
  )
  return () => source.close()
}
