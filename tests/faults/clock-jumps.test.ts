import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type StubUpstream, startStubUpstream } from '../stubs/upstream'
import { createClock, hourMs } from './support/clock'
import { createWeb, newRunFolder, stepId } from './support/desk'
import { type Desk, expectAllWell, untilAtRest } from './support/invariants'
import { openDesk } from './support/open-desk'
import type { Program } from './support/program'
import { announcedRandom, scaled } from './support/scale'
import { letTwoDaysPass } from './support/sweep'
import { startUploadStream } from './support/upload-stream'

const folder = newRunFolder()
const clock = createClock(folder)
let upstream: StubUpstream
let web: Program
let desk: Desk

beforeAll(async () => {
  upstream = await startStubUpstream({ processingMs: ({ bytes }) => 500 + (bytes % 3000) })
  web = await createWeb({ folder, env: clock.env, upstream: { kind: 'cloud', url: upstream.url } })
  desk = await openDesk({ programs: [web], url: web.url, folder, counted: upstream.counted })
})
afterAll(async () => {
  desk?.screen.close()
  await web?.kill('SIGTERM')
  await upstream?.close()
})

test('a clock that jumps by minutes and hours, both ways, holds nothing up and ends nothing early', async () => {
  const random = announcedRandom('a clock that jumps')
  const uploads = startUploadStream({ client: desk.client, random, step: stepId })
  const jumps = scaled({ short: 4, long: 20 })
  for (let jump = 0; jump < jumps; jump += 1) {
    // Long enough for the desk to see each of them: a clock that is set and set back within a second is none to go by.
    await sleep(random.between(2000, 4000))
    await clock.shiftTo(Math.round(random.between(-2, 2) * hourMs))
    await desk.screen.expectToCatchUp()
  }
  await clock.shiftTo(0)
  const sent = await uploads.stop()

  await untilAtRest(desk)
  await letTwoDaysPass({ programs: [web], clock, desk })
  const documents = await expectAllWell({ desk, sent })
  expect(documents.map(({ state }) => state)).toEqual(documents.map(() => 'done'))
  process.stdout.write(`${jumps} jumps of the clock, ${sent.length} files\n`)
})
