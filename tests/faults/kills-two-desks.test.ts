import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type StubUpstream, startStubUpstream } from '../stubs/upstream'
import { type PostgresServer, startPostgresServer } from '../support/postgres-server'
import { createClock } from './support/clock'
import { createWeb, newRunFolder, stepId } from './support/desk'
import { type Desk, expectAllWell, untilAtRest } from './support/invariants'
import { killAtRandom } from './support/kill-at-random'
import { startMischief } from './support/mischief'
import { openDesk } from './support/open-desk'
import type { Program } from './support/program'
import { type RoundRobin, startRoundRobin } from './support/round-robin'
import { announcedRandom, plannedKills } from './support/scale'
import { letTwoDaysPass } from './support/sweep'
import { startUploadStream } from './support/upload-stream'

const postgres = await startPostgresServer()
const problem = 'problem' in postgres ? postgres.problem : null

describe.skipIf(problem)(
  problem ? `two desks on one Postgres: ${problem}` : 'two desks on one Postgres',
  () => {
    const folder = newRunFolder()
    const clock = createClock(folder)
    let upstream: StubUpstream
    let webs: [Program, Program]
    let balancer: RoundRobin
    let desk: Desk

    beforeAll(async () => {
      upstream = await startStubUpstream()
      const env = { ...clock.env, DATABASE_URL: (postgres as PostgresServer).url }
      const create = (name: string) =>
        createWeb({ folder, name, env, upstream: { kind: 'cloud', url: upstream.url } })
      webs = [await create('web-a'), await create('web-b')]
      balancer = await startRoundRobin(webs.map(({ url }) => url))
      desk = await openDesk({ programs: webs, url: balancer.url, folder, counted: upstream.counted })
    })
    afterAll(async () => {
      desk?.screen.close()
      for (const web of webs) await web.kill('SIGTERM')
      balancer.close()
      await upstream.close()
      if ('close' in postgres) await postgres.close()
    })

    test('kills of either desk and a faulty upstream lose nothing and pay for nothing twice', async () => {
      const random = announcedRandom('kills of two desks')
      const webhookUrl = `${balancer.url}/api/webhooks/docutray`
      const mischief = startMischief({ upstream, random, webhookUrl })
      const uploads = startUploadStream({ client: desk.client, random, step: stepId })
      const kills = plannedKills({ short: 8, long: 100 })
      await killAtRandom({ programs: webs, random, kills, afterEach: desk.screen.expectToCatchUp })
      const sent = await uploads.stop()
      await mischief.end()

      await untilAtRest(desk)
      await letTwoDaysPass({ programs: webs, clock, desk })
      const documents = await expectAllWell({ desk, sent })

      const keys = upstream.executions.map(({ key }) => key)
      expect(new Set(keys).size, 'attempts that were accepted twice').toBe(keys.length)
      const byDocument = new Set(documents.map(({ id }) => id))
      expect(keys.length, 'executions').toBeLessThanOrEqual(byDocument.size)
      const count = (state: string) => documents.filter((document) => document.state === state).length
      process.stdout.write(
        `${webs[0].kills} + ${webs[1].kills} kills, ${sent.length} files: ${count('done')} done, ${count('uncertain')} uncertain, ${count('failed')} failed; upstream ${JSON.stringify(mischief.counts)}; longest lag of the screen ${Math.round(desk.screen.longestLagMs())} ms\n`,
      )
      expect(count('done') + count('uncertain') + count('failed')).toBe(documents.length)
    })
  },
)
