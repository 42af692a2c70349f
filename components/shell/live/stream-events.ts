/** What the server's event stream says; its `data` is JSON. */
const streamEventTypes = ['hello', 'heartbeat', 'document', 'removed', 'usage'] as const

export type StreamEvent =
  | { type: (typeof streamEventTypes)[number]; data: string }
  /** The line broke; `isClosed` where the browser will not open it again by itself. */
  | { type: 'error'; isClosed: boolean }

export type OnStreamEvent = (event: StreamEvent) => void

/** Opens the event stream at `url` and hands on each of its events; the answer closes it. */
export function openEventSource({ url, onEvent }: { url: string; onEvent: OnStreamEvent }): () => void {
  const source = new EventSource(url)
  for (const type of streamEventTypes) {
    source.addEventListener(type, ({ data }) => onEvent({ type, data: String(data) }))
  }
  source.addEventListener('error', () =>
    onEvent({ type: 'error', isClosed: source.readyState === EventSource.CLOSED }),
  )
  return () => source.close()
}
