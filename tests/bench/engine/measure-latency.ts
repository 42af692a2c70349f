import { availableParallelism } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { Agent, request } from 'undici'
import { type EngineProcess, keyA, stepA } from '../../engine/engine-process'
import { listDocuments } from './documents'
import { percentile } from './numbers'
import { startMeasuredEngine } from './read-through-engine'
import { type Row, say } from './table'

const requestsPerSecond = 50
const seconds = 20
const fileBytes = 100_000
const aimMs = 20

/** How long the answers to a submission and to the question for its state take, with nothing else to do and with every core reading scans. */
export async function measureLatency(samples: string | undefined): Promise<Row[]> {
  return [
    ...(await measureWith({ workers: 0, what: 'workers idle', samples })),
    ...(await measureWith({ workers: availableParallelism(), what: 'workers busy with scans', samples })),
  ]
}

async function measureWith(input: {
  workers: number
  what: string
  samples: string | undefined
}): Promise<Row[]> {
  const { workers, what, samples } = input
  const form = await buildForm(samples)
  const engine = await startMeasuredEngine({ workers })
  try {
    const { submissions, states } = await callSteadily({ engine, form })
    const steadily = `${requestsPerSecond} a second for ${seconds} s, ${what}`
    return [
      toRow({ what: `submission of a scan of ${fileBytes / 1000} kB, ${steadily}`, times: submissions }),
      toRow({ what: `the state of each, ${steadily}`, times: states }),
    ]
  } finally {
    // It has a thousand scans to read, which nobody waits for.
    await engine.kill('SIGKILL')
    await engine.dispose()
  }
}

function toRow({ what, times }: { what: string; times: number[] }): Row {
  const [p50, p99] = [percentile({ values: times, share: 0.5 }), percentile({ values: times, share: 0.99 })]
  const longest = Math.max(...times)
  const figure = `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, longest ${longest.toFixed(0)} ms`
  say(`  ${what}: ${figure}`)
  return { what, figure, aim: `p99 < ${aimMs} ms`, isMet: p99 < aimMs }
}

type Form = { body: Buffer; contentType: string }

/** A real scan, filled up to its size behind its end, where readers do not look. */
async function buildForm(samples: string | undefined): Promise<Form> {
  const { scans } = await listDocuments(samples)
  const scan = scans.find(({ name, bytes }) => name.endsWith('.png') && bytes.length <= fileBytes)
  if (!scan) throw new Error('There is no scan as small as this among the samples.')
  const boundary = 'intray-bench'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="image"; filename="scan.png"\r\ncontent-type: image/png\r\n\r\n`
  const filling = Buffer.alloc(fileBytes - scan.bytes.length)
  return {
    body: Buffer.concat([Buffer.from(head), scan.bytes, filling, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    contentType: `multipart/form-data; boundary=${boundary}`,
  }
}

type Times = { submissions: number[]; states: number[] }

/** Milliseconds to each answer. Nobody waits for an earlier one, so that a stall counts for all that it holds up. */
async function callSteadily({ engine, form }: { engine: EngineProcess; form: Form }): Promise<Times> {
  const agent = new Agent({ connections: 64 })
  const submit = async () => {
    const { statusCode, body } = await request(`${engine.url}/api/steps-async/${stepA}`, {
      method: 'POST',
      dispatcher: agent,
      headers: { authorization: `Bearer ${keyA}`, 'content-type': form.contentType },
      body: form.body,
    })
    const { id } = (await body.json()) as { id: string }
    if (statusCode !== 202) throw new Error(`a submission was answered with ${statusCode}`)
    return id
  }
  const askState = async (id: string) => {
    const { statusCode, body } = await request(`${engine.url}/api/steps-async/status/${id}`, {
      dispatcher: agent,
      headers: { authorization: `Bearer ${keyA}` },
    })
    await body.dump()
    if (statusCode !== 200) throw new Error(`a state was answered with ${statusCode}`)
  }
  for (let warmUp = 0; warmUp < requestsPerSecond; warmUp += 1) await askState(await submit())

  const times: Times = { submissions: [], states: [] }
  const callOnce = async () => {
    const sentAt = performance.now()
    const id = await submit()
    const answeredAt = performance.now()
    await askState(id)
    times.submissions.push(answeredAt - sentAt)
    times.states.push(performance.now() - answeredAt)
  }
  const startedAt = performance.now()
  const under: Promise<void>[] = []
  for (let index = 0; index < requestsPerSecond * seconds; index += 1) {
    const dueAt = startedAt + (index * 1000) / requestsPerSecond
    const pauseMs = dueAt - performance.now()
    if (pauseMs > 0) await sleep(pauseMs)
    under.push(callOnce())
  }
  await Promise.all(under)
  await agent.close()
  return times
}
