import { type ClientRequest, get } from 'node:http'

export type EventWatch = {
  /** When each document was first told to be done, in ms since 1970, as the first and the last stream heard it. */
  doneAt: [Map<string, number>, Map<string, number>]
  /** Bytes heard on all streams. */
  bytes: () => number
  /** Streams the desk has ended. */
  ended: () => number
  leave: () => void
}

type Watching = { url: string; headers: Record<string, string>; streams: number }

/** Opens so many event streams as so many tabs would. All are read; the first and the last are also understood. */
export async function watchEvents({ url, headers, streams }: Watching): Promise<EventWatch> {
  const doneAt: EventWatch['doneAt'] = [new Map(), new Map()]
  const requests: ClientRequest[] = []
  let [bytes, ended] = [0, 0]
  for (let stream = 0; stream < streams; stream += 1) {
    const heard = stream === 0 ? doneAt[0] : stream === streams - 1 ? doneAt[1] : null
    const understand = heard && understandInto(heard)
    const request = get(`${url}/api/events`, { headers, agent: false })
    requests.push(request)
    request.on('error', () => undefined)
    await new Promise<void>((resolve, reject) => {
      request.once('error', reject)
      request.once('response', (response) => {
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length
          understand?.(chunk)
        })
        response.once('close', () => {
          ended += 1
        })
        if (response.statusCode === 200) resolve()
        else reject(new Error(`the event stream was answered with ${response.statusCode}`))
      })
    })
  }
  return {
    doneAt,
    bytes: () => bytes,
    ended: () => ended,
    leave: () => {
      for (const request of requests) request.destroy()
    },
  }
}

function understandInto(heard: Map<string, number>): (chunk: Buffer) => void {
  let text = ''
  return (chunk) => {
    text += chunk.toString('utf8')
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      if (!block.includes('"state":"done"')) continue
      const id = block.match(/"id":"(doc_\w+)"/)?.[1]
      if (id && !heard.has(id)) heard.set(id, Date.now())
    }
  }
}
