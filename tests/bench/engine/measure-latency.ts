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

/** How long the answer to a submission takes, with nothing else to do and with every core reading scans. */
export async function measureLatency(samples: string | undefined): Promise<Row[]> {
  return [
    await measureWith({ workers: 0, what: 'workers idle', samples }),
    await measureWith({ workers: availableParallelism(), what: 'workers busy with scans', samples }),
  ]
}

async function measureWith(input: {
  workers: number
  what: string
  samples: string | undefined
}): Promise<Row> {
  const { workers, what, samples } = input
  const form = await buildForm(samples)
  const engine = await startMeasuredEngine({ workers })
  try {
    const times = await submitSteadily({ engine, form })
    const [p50, p99] = [percentile({ values: times, share: 0.5 }), percentile({ values: times, share: 0.99 })]
    const longest = Math.max(...times)
    say(`  ${what}: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, longest ${longest.toFixed(0)} ms`)
    return {
      what: `submission of a scan of ${fileBytes / 1000} kB, ${requestsPerSecond} a second for ${seconds} s, ${what}`,
      figure: `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, longest ${longest.toFixed(0)} ms`,
      aim: `p99 < ${aimMs} ms`,
      isMet: p99 < aimMs,
    }
  } finally {
    // It has a thousand scans to read, which nobody waits for.
    await engine.kill('SIGKILL')
    await engine.dispose()
  }
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

/** Milliseconds to each answer. Nobody waits for an earlier one, so that a stall counts for all that it holds up. */
async function submitSteadily({ engine, form }: { engine: EngineProcess; form: Form }): Promise<number[]> {
  const agent = new Agent({ connections: 64 })
  const submit = async () => {
    const { statusCode, body } = await request(`${engine.url}/api/steps-async/${stepA}`, {
      method: 'POST',
      dispatcher: agent,
      headers: { authorization: `Bearer ${keyA}`, 'content-type': form.contentType },
      body: form.body,
    })
    await body.dump()
    if (statusCode !== 202) throw new Error(`a submission was answered with ${statusCode}`)
  }
  for (let warmUp = 0; warmUp < requestsPerSecond; warmUp += 1) await submit()

  const startedAt = performance.now()
  const under: Promise<number>[] = []
  for (let index = 0; index < requestsPerSecond * seconds; index += 1) {
    const dueAt = startedAt + (index * 1000) / requestsPerSecond
    const pauseMs = dueAt - performance.now()
    if (pauseMs > 0) await sleep(pauseMs)
    const sentAt = performance.now()
    under.push(submit().then(() => performance.now() - sentAt))
  }
  const times = await Promise.all(under)
  await agent.close()
  return times
}
