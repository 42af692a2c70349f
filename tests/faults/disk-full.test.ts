import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { readdir, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type StubUpstream, startStubUpstream } from '../stubs/upstream'
import { createClock } from './support/clock'
import { createWeb, newRunFolder, stepId } from './support/desk'
import { type Desk, expectAllWell, untilAtRest } from './support/invariants'
import { openDesk } from './support/open-desk'
import type { Program } from './support/program'
import { announcedRandom } from './support/scale'
import { type SentFile, sendForm, sendResumably } from './support/send-file'
import { smallPdf } from './support/small-pdf'
import { letTwoDaysPass } from './support/sweep'
import { until } from './support/until'

const folder = newRunFolder()
const files = path.join(folder, 'data', 'files')
const megabyte = 1_000_000

/** A small disk of its own for the files, which only root can have; null, or why there is none. */
function mountSmallDisk(): string | null {
  mkdirSync(files, { recursive: true })
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=72m', 'intray-faults', files], { stdio: 'pipe' })
    return null
  } catch (error) {
    return `no small disk can be mounted here (${error instanceof Error ? error.message.split('\n').at(-1) : error})`
  }
}

const problem = mountSmallDisk()

describe.skipIf(problem)(problem ? `a full disk: ${problem}` : 'a full disk', () => {
  const clock = createClock(folder)
  let upstream: StubUpstream
  let web: Program
  let desk: Desk

  beforeAll(async () => {
    upstream = await startStubUpstream({ processingMs: () => 300 })
    web = await createWeb({ folder, env: clock.env, upstream: { kind: 'cloud', url: upstream.url } })
    desk = await openDesk({ programs: [web], url: web.url, folder, counted: upstream.counted })
  })
  afterAll(async () => {
    desk?.screen.close()
    await web?.kill('SIGTERM')
    await upstream?.close()
    execFileSync('umount', [files])
  })

  const other = path.join(files, 'what-others-write')
  const fillTheDisk = () => writeFile(other, Buffer.alloc(80 * megabyte)).catch(() => undefined)
  const newFile = (name: string, paddingBytes: number) => ({
    name,
    bytes: smallPdf({ pages: 1, paddingBytes }),
    pages: 1,
    step: stepId,
  })
  const hasPartOfUpload = async () => {
    const folder = path.join(files, 'uploads')
    const sizes = await Promise.all((await readdir(folder)).map((name) => stat(path.join(folder, name))))
    return sizes.some(({ size }) => size >= 128 * 1024)
  }

  /** The first answers to tries of sending, which are repeated until there is room. */
  async function sendWhileFull(way: typeof sendForm, file: ReturnType<typeof newFile>) {
    const refusals: { status: number; body: string }[] = []
    const onRefusal = (refusal: { status: number; body: string }) => refusals.push(refusal)
    const sending = way({ client: desk.client, file, giveUpAfterMs: 60_000, onRefusal })
    return { sending, refusals }
  }

  test('what finds no room is refused as such, in the middle too, and is taken in once there is room', async () => {
    announcedRandom('a full disk')
    const sent: SentFile[] = [
      await sendForm({ client: desk.client, file: newFile('before.pdf', 1000), giveUpAfterMs: 20_000 }),
    ]

    // Announced while there was room: the disk fills in the middle.
    const midway = await sendWhileFull(sendResumably, newFile('midway.pdf', 6 * megabyte))
    await until({ what: 'a part of it has arrived', timeoutMs: 20_000, everyMs: 2, check: hasPartOfUpload })
    await fillTheDisk()
    const whole = await sendWhileFull(sendForm, newFile('whole.pdf', megabyte))
    await until({
      what: 'both are refused',
      timeoutMs: 30_000,
      check: async () => midway.refusals.length > 0 && whole.refusals.length > 0,
    })
    for (const { refusals } of [midway, whole]) {
      for (const { status, body } of refusals) expect(`${status} ${body}`).toMatch(/^507 .*"storage\.full"/)
    }
    const health = await fetch(`${web.url}/api/health`)
    expect(health.status).toBe(200)

    await rm(other)
    sent.push(await midway.sending, await whole.sending)
    expect(sent.map(({ documentId }) => documentId)).not.toContain(null)
    await untilAtRest(desk)
    await letTwoDaysPass({ programs: [web], clock, desk })
    const documents = await expectAllWell({ desk, sent })
    expect(documents.map(({ state }) => state)).toEqual(['done', 'done', 'done'])
  })
})
