import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { readFixture } from '../../fixtures/fixture'
import { startBenchChild } from './child'
import { type EventWatch, watchEvents } from './event-watch'
import { percentile, printTable } from './figures'
import type { PacedExecution } from './paced-upstream'
import { meterProcess } from './process-meter'
import { type BenchDesk, benchStep, startBenchDesk, webhookSecret } from './web'

export type Flight = {
  name: string
  /** Whose budget of calls and pace of questions. */
  kind: 'cloud' | 'engine'
  hasWebhooks: boolean
  /** How many documents the upstream works on at a time, and the seconds it takes for one. */
  upstream: { workers: number; from: number; to: number }
  documents: number
  tabs: number
}

/** After so long without a document being done the rest is given up and counted as missing. */
const patienceMs = 120_000

/** Sends documents as fast as they are taken while tabs watch, and prints how long after their end the tabs heard. */
export async function measureFlight(flight: Flight): Promise<void> {
  const pace = Object.entries(flight.upstream).flatMap(([name, value]) => [`--${name}`, String(value)])
  const upstream = await startBenchChild('paced-upstream.ts', [...pace, '--secret', webhookSecret])
  const desk = await startBenchDesk({ upstreamUrl: upstream.url, upstreamKind: flight.kind })
  try {
    if (flight.hasWebhooks) {
      await fetch(`${upstream.url}/webhook`, { method: 'POST', body: `${desk.url}/api/webhooks/docutray` })
    }
    const watch = await watchEvents({ ...desk, streams: flight.tabs })
    const stopMeter = meterProcess(desk.pid)
    const startedAt = performance.now()
    await sendDocuments({ desk, count: flight.documents })
    const acceptedMs = performance.now() - startedAt
    await untilAllDone({ watch, count: flight.documents })
    const metered = stopMeter()
    const told = (await (await fetch(`${upstream.url}/bench`)).json()) as Told
    watch.leave()
    printFlight({ flight, watch, told, acceptedMs, metered })
  } finally {
    await desk.stop()
    await upstream.stop()
  }
}

type Told = { calls: { submit: number; status: number }; executions: PacedExecution[] }

/** Small pictures, no two alike, twenty in a form. */
async function sendDocuments({ desk, count }: { desk: BenchDesk; count: number }): Promise<void> {
  const picture = await readFixture('receipt.png')
  const perForm = 20
  for (let sent = 0; sent < count; sent += perForm) {
    const form = new FormData()
    form.set('step', benchStep)
    for (let index = sent; index < Math.min(count, sent + perForm); index += 1) {
      form.append('file', new Blob([new Uint8Array(picture), randomUUID()]), `scan ${index}.png`)
    }
    const answer = await fetch(`${desk.url}/api/documents`, {
      method: 'POST',
      headers: desk.headers,
      body: form,
    })
    if (answer.status !== 201)
      throw new Error(`a form was answered with ${answer.status}: ${await answer.text()}`)
  }
}

async function untilAllDone({ watch, count }: { watch: EventWatch; count: number }): Promise<void> {
  let [known, changedAt] = [0, Date.now()]
  while (known < count && Date.now() - changedAt < patienceMs) {
    await sleep(250)
    const [first, last] = watch.doneAt
    const now = Math.min(first.size, last.size)
    if (now > known) changedAt = Date.now()
    known = now
  }
}

function printFlight(given: {
  flight: Flight
  watch: EventWatch
  told: Told
  acceptedMs: number
  metered: ReturnType<ReturnType<typeof meterProcess>>
}): void {
  const { flight, watch, told, acceptedMs, metered } = given
  const delays = watch.doneAt.map((heard) =>
    told.executions.flatMap(({ document, finishedAt }) => {
      const at = heard.get(document)
      return at === undefined ? [] : [at - finishedAt]
    }),
  )
  const [first = [], last = []] = delays
  printTable(
    [flight.name, ''],
    [
      ['documents sent, heard as done', `${told.executions.length}, ${last.length}`],
      ['all accepted after, s', acceptedMs / 1000],
      ['all done after, s', metered.wallSeconds],
      ['finish to first tab, p50 / p99 ms', `${percentile(first, 0.5)} / ${percentile(first, 0.99)}`],
      ['finish to last tab, p50 / p99 ms', `${percentile(last, 0.5)} / ${percentile(last, 0.99)}`],
      ['calls upstream per document', (told.calls.submit + told.calls.status) / told.executions.length],
      ['submissions per document', told.calls.submit / told.executions.length],
      ['CPU of the desk, share of one core', metered.cpuSeconds / metered.wallSeconds],
      [
        'memory before, at most, MB',
        `${metered.startMegabytes.toFixed(0)}, ${metered.peakMegabytes.toFixed(0)}`,
      ],
      ['told to all tabs, MB', watch.bytes() / 1e6],
      ['streams ended by the desk', watch.ended()],
    ],
  )
}
