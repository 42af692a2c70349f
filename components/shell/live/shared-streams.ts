import { openEventSource, type StreamEvent } from './stream-events'

/** What a tab asks of the worker: its stream, opened anew where the one there is has gone quiet; or to be left out. */
export type TabMessage = { kind: 'join'; url: string } | { kind: 'alive' } | { kind: 'leave' }

type Port = Pick<MessagePort, 'postMessage'>
type Stream = {
  close: () => void
  tabs: Set<Port>
  lastEventAt: number
  isLive: boolean
  /** Given up by the browser, or by the server. */
  isClosed: boolean
}

/** Longer than the pause between two heartbeats of the server. */
const quietMs = 12_000
/** Tabs say every few seconds that they live, hidden ones every minute; what says nothing was closed by force. */
const goneMs = 5 * 60_000

/**
 * One event stream for all tabs of a browser: over plain HTTP it has six connections to a desk in all, and with a stream
 * of its own for each the sixth tab would take the last one.
 */
export class SharedStreams {
  readonly #streams = new Map<string, Stream>()
  readonly #seenAt = new Map<Port, number>()

  receive(port: Port, message: TabMessage): void {
    if (message.kind === 'leave') this.#leave(port)
    else this.#seenAt.set(port, Date.now())
    if (message.kind === 'join') this.#join(port, message.url)
  }

  #join(port: Port, url: string): void {
    for (const [other, { tabs }] of this.#streams) if (other !== url && tabs.has(port)) this.#leave(port)
    this.#seenAt.set(port, Date.now())
    const stream = this.#streams.get(url)
    const isQuiet = stream && Date.now() - stream.lastEventAt > quietMs
    if (!stream || isQuiet || stream.isClosed) {
      stream?.close()
      this.#open(url, new Set([...(stream?.tabs ?? []), port]))
    } else {
      stream.tabs.add(port)
      if (stream.isLive) port.postMessage({ type: 'hello', data: '{}' } satisfies StreamEvent)
    }
  }

  #open(url: string, tabs: Set<Port>): void {
    const stream: Stream = {
      close: () => {},
      tabs,
      lastEventAt: Date.now(),
      isLive: false,
      isClosed: false,
    }
    this.#streams.set(url, stream)
    stream.close = openEventSource({
      url,
      onEvent: (event) => {
        stream.isLive = event.type !== 'error'
        stream.isClosed = event.type === 'error' && event.isClosed
        if (stream.isLive) stream.lastEventAt = Date.now()
        this.#forgetGone()
        for (const tab of tabs) tab.postMessage(event)
      },
    })
  }

  #leave(port: Port): void {
    this.#seenAt.delete(port)
    for (const [url, stream] of this.#streams) {
      stream.tabs.delete(port)
      if (stream.tabs.size > 0) continue
      stream.close()
      this.#streams.delete(url)
    }
  }

  #forgetGone(): void {
    for (const [port, at] of this.#seenAt) if (Date.now() - at > goneMs) this.#leave(port)
  }
}
