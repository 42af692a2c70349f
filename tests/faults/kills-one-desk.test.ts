import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Clock, createClock } from './support/clock'
import { createEngine, createWeb, engineKey, newRunFolder } from './support/desk'
import { type Counted, type Desk, expectAllWell, untilAtRest } from './support/invariants'
import { killAtRandom } from './support/kill-at-random'
import { openDesk } from './support/open-desk'
import type { Program } from './support/program'
import { announcedRandom, plannedKills } from './support/scale'
import { letTwoDaysPass } from './support/sweep'
import { startUploadStream } from './support/upload-stream'

const folder = newRunFolder()
const clock: Clock = createClock(folder)
let engine: Program
let web: Program
let desk: Desk

beforeAll(async () => {
  engine = await createEngine({ folder })
  web = await createWeb({
    folder,
    upstream: { kind: 'engine', url: engine.url, key: engineKey },
    env: clock.env,
  })
  desk = await openDesk({ programs: [engine, web], url: web.url, folder, counted: engineCounted })
})
afterAll(async () => {
  desk?.screen.close()
  await web?.kill('SIGTERM')
  await engine?.kill('SIGTERM')
})

async function engineCounted(): Promise<Counted> {
  const answer = await fetch(`${engine.url}/api/usage`, { headers: { Authorization: `Bearer ${engineKey}` } })
  const usage = (await answer.json()) as { successful_pages: number; successful_conversions: number }
  return { pages: usage.successful_pages, operations: usage.successful_conversions }
}

test('kill -9 of desk and engine at any moment loses, doubles and miscounts nothing', async () => {
  const random = announcedRandom('kills of one desk')
  const { steps } = (await desk.client.getJson('/api/steps')) as { steps: { id: string }[] }
  const uploads = startUploadStream({ client: desk.client, random, step: steps[0]?.id ?? '' })
  const kills = plannedKills({ short: 8, long: 110 })
  await killAtRandom({ programs: [web, engine], random, kills, afterEach: desk.screen.expectToCatchUp })
  const sent = await uploads.stop()

  await untilAtRest(desk)
  await letTwoDaysPass({ programs: [web], clock, desk })
  const documents = await expectAllWell({ desk, sent })
  expect(documents.map(({ state }) => state)).toEqual(documents.map(() => 'done'))
  process.stdout.write(
    `${web.kills} kills of the desk, ${engine.kills} of the engine, ${sent.length} files, longest lag of the screen ${Math.round(desk.screen.longestLagMs())} ms\n`,
  )
})
