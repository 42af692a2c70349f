import { readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { listDocuments } from './documents'
import { readAll, startMeasuredEngine } from './read-through-engine'
import { type Row, say } from './table'

const settleMs = 5_000
const sampleIntervalMs = 200
const workers = Math.min(2, availableParallelism())

/** Proportional memory (PSS) of the engine with all its processes: idle, and at its most while reading. */
export async function measureMemory(samples: string | undefined): Promise<Row[]> {
  if (process.platform !== 'linux') return [{ what: 'memory', figure: 'skipped: only Linux tells PSS' }]
  const { invoices, long, scans } = await listDocuments(samples)
  const engine = await startMeasuredEngine({ workers, limits: { workerIdleMs: 1_000 } })
  try {
    await sleep(settleMs)
    const idle = await megabytesOf(engine.pid())
    const text = await peakDuring({ engine, documents: [...long, ...invoices] })
    const pictures = await peakDuring({ engine, documents: scans.slice(0, 6) })
    await sleep(settleMs)
    const after = await megabytesOf(engine.pid())
    say(`  idle ${idle}, text ${text.all}, scans ${pictures.all}, after it ${after} MB`)
    const told = ({ all, reader }: Peak) => `${all} MB, of which a reader with all it starts ${reader} MB`
    return [
      { what: 'memory (PSS) idle, no reader running', figure: `${idle} MB` },
      { what: `… at most while reading text, ${workers} readers`, figure: told(text) },
      { what: `… at most while reading scans, ${workers} readers`, figure: told(pictures) },
      { what: '… after it, readers let go', figure: `${after} MB` },
    ]
  } finally {
    await engine.dispose()
  }
}

/** Of all processes of the engine, and of its largest reader with what that started, in megabytes. */
type Peak = { all: number; reader: number }

async function peakDuring(input: Parameters<typeof readAll>[0]): Promise<Peak> {
  const { engine } = input
  const peak: Peak = { all: 0, reader: 0 }
  const timer = setInterval(async () => {
    peak.all = Math.max(peak.all, await megabytesOf(engine.pid()))
    const readers = await engine.readers()
    peak.reader = Math.max(peak.reader, ...(await Promise.all(readers.map(megabytesOf))))
  }, sampleIntervalMs)
  try {
    await readAll(input)
  } finally {
    clearInterval(timer)
  }
  return peak
}

async function megabytesOf(pid: number): Promise<number> {
  const sizes = await Promise.all((await listFamily(pid)).map(proportionalKilobytes))
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1024)
}

/** A process and everything it started. */
async function listFamily(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')
  const children = text.split(' ').filter(Boolean).map(Number)
  return [pid, ...(await Promise.all(children.map(listFamily))).flat()]
}

async function proportionalKilobytes(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0)
}
