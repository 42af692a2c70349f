import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startBenchChild } from './child'
import { percentile, printTable } from './figures'
import { createLargePdf } from './large-pdf'
import { startNginx } from './nginx-receiver'
import { meterProcess } from './process-meter'
import { send, toForm } from './send-bytes'
import { type BenchDesk, benchStep, startBenchDesk } from './web'

type Way = { name: string; pid: number; upload: (number: number) => Promise<void> }

const fileBytes = 100 * 1024 * 1024
const tusPartBytes = 8 * 1024 * 1024
const rounds = 3
const document = createLargePdf(fileBytes)

/** Each way in turn, one file and then ten at once, three times over; the middle one counts. */
export async function measureUploads(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'intray-bench-'))
  const upstream = await startBenchChild('paced-upstream.ts', ['--workers', '10', '--from', '1', '--to', '2'])
  const bare = await startBenchChild('bare-receiver.ts', [folder])
  const nginx = await startNginx(folder)
  const desk = await startBenchDesk({ upstreamUrl: upstream.url, upstreamKind: 'cloud' })
  const ways: Way[] = [
    { name: 'bare Node, hashed and synced', pid: bare.pid, upload: () => put(bare.url) },
    ...(nginx
      ? [
          {
            name: 'nginx, neither',
            pid: nginx.pid,
            upload: (number: number) => put(`${nginx.url}/${number}.pdf`),
          },
        ]
      : []),
    { name: 'desk, one form each', pid: desk.pid, upload: (number) => uploadForm({ desk, number }) },
    { name: 'desk, resumable (tus)', pid: desk.pid, upload: (number) => uploadTus({ desk, number }) },
  ]
  try {
    const settle = () => untilAllSent(desk)
    await measureWays({ ways, atOnce: 1, settle })
    await measureWays({ ways, atOnce: 10, settle })
  } finally {
    await Promise.all([desk.stop(), bare.stop(), nginx?.stop()])
    await upstream.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

type Measuring = { ways: Way[]; atOnce: number; settle: () => Promise<void> }

async function measureWays({ ways, atOnce, settle }: Measuring): Promise<void> {
  const seconds = new Map(ways.map((way) => [way.name, [] as number[]]))
  const growth = new Map(ways.map((way) => [way.name, 0]))
  for (let round = 0; round < rounds; round += 1) {
    for (const way of ways) {
      const stopMeter = meterProcess(way.pid)
      const startedAt = performance.now()
      await Promise.all(Array.from({ length: atOnce }, (_, number) => way.upload(number)))
      seconds.get(way.name)?.push((performance.now() - startedAt) / 1000)
      const { startMegabytes, peakMegabytes } = stopMeter()
      growth.set(way.name, Math.max(growth.get(way.name) ?? 0, peakMegabytes - startMegabytes))
      await settle()
    }
  }
  const middle = (way: string) => percentile(seconds.get(way) ?? [], 0.5)
  const least = middle(ways[0]?.name ?? '')
  printTable(
    [`${atOnce} at once`, 's', 'MB/s', 'speed to bare', 'memory + MB'],
    ways.map(({ name }) => [
      name,
      middle(name).toFixed(2),
      (atOnce * fileBytes) / 1e6 / middle(name),
      (least / middle(name)).toFixed(2),
      growth.get(name) ?? 0,
    ]),
  )
}

/** The desk sends upstream what it has received; that would be counted to whichever way comes next. */
async function untilAllSent({ url, headers }: BenchDesk): Promise<void> {
  for (let looks = 0; looks < 600; looks += 1) {
    const answer = await fetch(`${url}/api/documents?state=waiting,sending&limit=1`, { headers })
    const { documents } = (await answer.json()) as { documents: unknown[] }
    if (documents.length === 0) return
    await sleep(200)
  }
  throw new Error('the desk did not send all within two minutes')
}

async function put(url: string): Promise<void> {
  requireStatus(await send({ url, method: 'PUT', parts: [document.head(), document.rest] }), [201, 204])
}

async function uploadForm({ desk, number }: { desk: BenchDesk; number: number }): Promise<void> {
  const { headers, parts } = toForm({
    fields: { step: benchStep },
    name: `large ${number}.pdf`,
    parts: [document.head(), document.rest],
  })
  const url = `${desk.url}/api/documents`
  requireStatus(await send({ url, method: 'POST', headers: { ...desk.headers, ...headers }, parts }), [201])
}

/** In parts of the size the browser sends. */
async function uploadTus({ desk, number }: { desk: BenchDesk; number: number }): Promise<void> {
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  const headers = { ...desk.headers, 'tus-resumable': '1.0.0' }
  const created = await send({
    url: `${desk.url}/api/uploads`,
    method: 'POST',
    headers: {
      ...headers,
      'upload-length': String(fileBytes),
      'upload-metadata': `filename ${base64(`large ${number}.pdf`)},step ${base64(benchStep)}`,
    },
  })
  requireStatus(created, [201])
  const url = new URL(created.location ?? '', `${desk.url}/api/uploads`).href
  const bytes = [document.head(), document.rest]
  for (let offset = 0; offset < fileBytes; offset += tusPartBytes) {
    const parts = cut({ bytes, from: offset, to: offset + tusPartBytes })
    const type = { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) }
    requireStatus(
      await send({ url, method: 'PATCH', headers: { ...headers, ...type }, parts }),
      [200, 201, 204],
    )
  }
}

function cut({ bytes, from, to }: { bytes: Buffer[]; from: number; to: number }): Buffer[] {
  const parts: Buffer[] = []
  let at = 0
  for (const buffer of bytes) {
    const part = buffer.subarray(Math.max(0, from - at), Math.max(0, to - at))
    if (part.length > 0) parts.push(part)
    at += buffer.length
  }
  return parts
}

function requireStatus({ status, body }: { status: number; body: string }, allowed: number[]): void {
  if (!allowed.includes(status))
    throw new Error(`an upload was answered with ${status}: ${body.slice(0, 300)}`)
}
