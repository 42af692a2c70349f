import 'server-only'
import { seesAllDocuments } from '../documents/visibility'
import { can, type SignedInUser } from '../people/roles'
import { findActivePerson } from '../people/store'
import { type LiveEvent, type Subscriber, subscribe } from './hub'
import { latestVersion } from './hub-store'

const heartbeatMs = 10_000
const reconnectMs = 2000
/** A reader so far behind is let go: it reads everything anew when it comes back. */
const maxUnread = 2000

/**
 * The stream of news for one signed-in person (server-sent events). Who the person is and what they may see is looked
 * up again with each heartbeat, so that a removed person hears nothing more.
 */
export async function openEventStream(given: { user: SignedInUser; signal: AbortSignal }): Promise<Response> {
  const { user, signal } = given
  const subscriber = { userId: user.id, ...(await hearing(user)) }
  let close = () => {}
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        close = pour({ controller, subscriber, user })
        signal.addEventListener('abort', close)
      },
      cancel: () => close(),
    },
    { highWaterMark: maxUnread },
  )
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-cache, no-transform',
      'X-Accel-Buffering': 'no',
    },
  })
}

type Hearing = Pick<Subscriber, 'documents'>

async function hearing(user: SignedInUser): Promise<Hearing> {
  const sees = (await seesAllDocuments(user)) ? 'all' : 'own'
  return { documents: can(user.role, 'documents') ? sees : 'none' }
}

type Pouring = {
  controller: ReadableStreamDefaultController<Uint8Array>
  subscriber: Hearing & { userId: string }
  user: SignedInUser
}

/** Pours the news into the stream until it is closed by either side; returns the way to close it. */
function pour({ controller, subscriber, user }: Pouring): () => void {
  const encoder = new TextEncoder()
  let isOpen = true

  const write = (text: string) => {
    if (!isOpen) return
    if ((controller.desiredSize ?? 0) <= 0) return close()
    controller.enqueue(encoder.encode(text))
  }
  const send = (event: LiveEvent) => write(`event: ${event.event}\ndata: ${JSON.stringify(event.data)}\n\n`)
  const leave = subscribe({ ...subscriber, send, end: () => close() })
  const heartbeat = setInterval(() => void beat(), heartbeatMs)

  const close = () => {
    if (!isOpen) return
    isOpen = false
    clearInterval(heartbeat)
    leave()
    try {
      controller.close()
    } catch {
      // The reader had already gone.
    }
  }
  const beat = async () => {
    const person = await findActivePerson(user.id).catch(() => null)
    if (person?.role !== user.role) return close()
    send({ event: 'heartbeat', data: { now: new Date().toISOString() } })
  }

  write(`retry: ${reconnectMs}\n\n`)
  latestVersion()
    .then((version) => send({ event: 'hello', data: { now: new Date().toISOString(), version } }))
    .catch(close)
  return close
}
