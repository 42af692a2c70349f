import 'server-only'
import type { SignedInUser } from '../people/roles'
import { snapshotEvent } from './hub'
import { encodeEvents } from './live-event'
import { type Subscriber, subscribe } from './subscribers'
import { visibilityOf } from './visibility'

const reconnectMs = 2000
/** What waits for a reader that does not read. One further behind is let go, and reads everything anew when it is back. */
const maxUnreadBytes = 512 * 1024

type StreamRequest = { user: SignedInUser; sessionId: string; signal: AbortSignal }

export async function openEventStream({ user, sessionId, signal }: StreamRequest): Promise<Response> {
  const subscriber = { userId: user.id, sessionId, documents: await visibilityOf(user) }
  let close = () => {}
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        close = connect({ controller, subscriber })
        signal.addEventListener('abort', close)
      },
      cancel: () => close(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: maxUnreadBytes }),
  )
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-cache, no-transform',
      'X-Accel-Buffering': 'no',
    },
  })
}

type Connecting = {
  controller: ReadableStreamDefaultController<Uint8Array>
  subscriber: Pick<Subscriber, 'userId' | 'sessionId' | 'documents'>
}

/** Writes the events into the stream until it is closed by either side; returns the way to close it. */
function connect({ controller, subscriber }: Connecting): () => void {
  let isOpen = true
  const write = (events: Uint8Array) => {
    if (!isOpen) return
    if ((controller.desiredSize ?? 0) <= 0) return close()
    controller.enqueue(events)
  }
  const leave = subscribe({ ...subscriber, write, end: () => close() })

  const close = () => {
    if (!isOpen) return
    isOpen = false
    leave()
    try {
      controller.close()
    } catch {
      // The reader had already gone.
    }
  }

  write(new TextEncoder().encode(`retry: ${reconnectMs}\n\n`))
  snapshotEvent()
    .then((snapshot) => write(encodeEvents([snapshot])))
    .catch(close)
  return close
}
