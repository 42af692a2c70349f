import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { createTranslate } from '@/lib/i18n/translate'
import { type FixtureName, readFixture } from '../../fixtures/fixture'
import { findChromium } from '../../runner/find-chromium'
import { startBenchChild } from './child'
import { printTable, say } from './figures'
import { meterProcess } from './process-meter'
import { type BenchDesk, startBenchDesk } from './web'

const samples: FixtureName[] = [
  'invoice.pdf',
  'receipt.jpg',
  'receipt.png',
  'receipt.webp',
  'eighteen-pages.pdf',
]
const patienceMs = 300_000
const t = createTranslate('en')

/** Chooses so many real files at once on the desk's page and follows them to the end, as the page tells it. */
export async function measureDrop(count: number): Promise<void> {
  const found = await findChromium()
  if ('problem' in found) return say(`\nThe drop was left out: ${found.problem}`)
  const folder = await mkdtemp(path.join(tmpdir(), 'intray-bench-'))
  const upstream = await startBenchChild('paced-upstream.ts', [
    '--workers',
    '1000',
    '--from',
    '2',
    '--to',
    '6',
  ])
  const desk = await startBenchDesk({ upstreamUrl: upstream.url, upstreamKind: 'engine' })
  const browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox'] })
  try {
    const page = await openDesk({ context: await browser.newContext({ locale: 'en' }), desk })
    await drop({ page, desk, files: await makeFiles({ folder, count }) })
  } finally {
    await browser.close()
    await desk.stop()
    await upstream.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function makeFiles({ folder, count }: { folder: string; count: number }): Promise<string[]> {
  const contents = await Promise.all(samples.map(readFixture))
  const files: string[] = []
  for (let index = 0; index < count; index += 1) {
    const sample = samples[index % samples.length] ?? ''
    const file = path.join(folder, `document ${String(index + 1).padStart(4, '0')}${path.extname(sample)}`)
    const content = contents[index % samples.length] ?? Buffer.alloc(0)
    await writeFile(file, Buffer.concat([content, Buffer.from(`\n%${randomUUID()}\n`)]))
    files.push(file)
  }
  return files
}

async function openDesk({ context, desk }: { context: BrowserContext; desk: BenchDesk }): Promise<Page> {
  const cookies = desk.headers.cookie.split('; ').map((cookie) => {
    const [name = '', ...value] = cookie.split('=')
    return { name, value: value.join('='), url: desk.url }
  })
  await context.addCookies(cookies)
  const page = await context.newPage()
  await page.addInitScript(() => {
    const tasks: number[] = []
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) tasks.push(entry.duration)
    }).observe({ type: 'longtask', buffered: true })
    Object.assign(window, { longTasks: tasks })
  })
  await page.goto(desk.url)
  await page.waitForLoadState('networkidle').catch(() => undefined)
  return page
}

async function drop({ page, desk, files }: { page: Page; desk: BenchDesk; files: string[] }): Promise<void> {
  const metrics = await page.context().newCDPSession(page)
  await metrics.send('Performance.enable')
  const before = await heapMegabytes(metrics)
  const stopMeter = meterProcess(desk.pid)
  const startedAt = performance.now()
  const seconds = () => (performance.now() - startedAt) / 1000

  await page.locator('input[type=file]:not([webkitdirectory])').first().setInputFiles(files)
  await page.getByText(String(files.length)).first().waitFor()
  const listed = seconds()
  await page
    .getByText(t('uploads.finished', { count: files.length }))
    .first()
    .waitFor({ timeout: patienceMs })
  const accepted = seconds()
  const done = page.getByRole('button', { name: new RegExp(`^${t('state.done')} ${files.length}$`) })
  await done.waitFor({ timeout: patienceMs })
  const ended = seconds()
  const tasks = await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks)
  const { startMegabytes, peakMegabytes } = stopMeter()
  printTable(
    [`${files.length} files`, ''],
    [
      ['listed after, s', listed],
      ['all accepted after, s', accepted],
      ['all shown as done after, s', ended],
      ['tasks above 50 ms in the page', tasks.length],
      ['the longest of them, ms', Math.max(0, ...tasks)],
      ['blocked in all, ms', tasks.reduce((sum, task) => sum + Math.max(0, task - 50), 0)],
      [
        'heap of the page before and after, MB',
        `${before.toFixed(0)}, ${(await heapMegabytes(metrics)).toFixed(0)}`,
      ],
      [
        'memory of the desk before and at most, MB',
        `${startMegabytes.toFixed(0)}, ${peakMegabytes.toFixed(0)}`,
      ],
    ],
  )
}

type Metrics = Awaited<ReturnType<BrowserContext['newCDPSession']>>

async function heapMegabytes(session: Metrics): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / 1e6
}
