import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type StubUpstream, startStubUpstream } from '../stubs/upstream'
import { type PostgresServer, startPostgresServer } from '../support/postgres-server'
import { createClock } from './support/clock'
import { createWeb, newRunFolder, stepId } from './support/desk'
import { type Desk, expectAllWell, untilAtRest } from './support/invariants'
import { openDesk } from './support/open-desk'
import type { Program } from './support/program'
import { announcedRandom, scaled } from './support/scale'
import { letTwoDaysPass } from './support/sweep'
import { startTcpProxy, type TcpProxy } from './support/tcp-proxy'
import { until } from './support/until'
import { startUploadStream } from './support/upload-stream'

const postgres = await startPostgresServer()
const problem = 'problem' in postgres ? postgres.problem : null

describe.skipIf(problem)(problem ? `a database that is lost: ${problem}` : 'a database that is lost', () => {
  const server = postgres as PostgresServer
  const folder = newRunFolder()
  const clock = createClock(folder)
  let upstream: StubUpstream
  let line: TcpProxy
  let web: Program
  let desk: Desk

  beforeAll(async () => {
    upstream = await startStubUpstream({ processingMs: ({ bytes }) => 200 + (bytes % 1500) })
    line = await startTcpProxy({ to: server.port })
    const url = new URL(server.url)
    url.port = String(line.port)
    const env = { ...clock.env, DATABASE_URL: url.href }
    web = await createWeb({ folder, env, upstream: { kind: 'cloud', url: upstream.url } })
    desk = await openDesk({ programs: [web], url: web.url, folder, counted: upstream.counted })
  })
  afterAll(async () => {
    desk?.screen.close()
    await web?.kill('SIGTERM')
    await upstream.close()
    line.close()
    await server.close()
  })

  const isHealthy = async () =>
    (await fetch(`${web.url}/api/health`, { signal: AbortSignal.timeout(5000) })).ok

  test('cut connections and a server that is away for a while lose nothing, and the desk goes on by itself', async () => {
    const random = announcedRandom('a lost database')
    const uploads = startUploadStream({ client: desk.client, random, step: stepId })
    const cuts = scaled({ short: 4, long: 30 })
    for (let cut = 0; cut < cuts; cut += 1) {
      await sleep(random.between(200, 1500))
      line.cut()
      await until({ what: 'the desk is well after a cut', timeoutMs: 15_000, check: isHealthy })
      await until({
        what: 'the screen goes on after a cut',
        timeoutMs: 15_000,
        check: () => desk.screen.expectToCatchUp().then(() => true),
      })
    }
    for (let outage = 0; outage < scaled({ short: 1, long: 3 }); outage += 1) {
      await server.stop()
      expect(await isHealthy().catch(() => false), 'a desk without its database').toBe(false)
      await sleep(scaled({ short: 5000, long: 20_000 }))
      await server.start()
      await until({ what: 'the desk is well after an outage', timeoutMs: 30_000, check: isHealthy })
    }
    const answeredBefore = uploads.answered()
    await until({
      what: 'files are accepted again',
      timeoutMs: 30_000,
      check: async () => uploads.answered() > answeredBefore + 2,
    })
    const sent = await uploads.stop()

    await untilAtRest(desk)
    await letTwoDaysPass({ programs: [web], clock, desk })
    const documents = await expectAllWell({ desk, sent })
    const count = (state: string) => documents.filter((document) => document.state === state).length
    process.stdout.write(
      `${cuts} cuts, ${sent.length} files: ${count('done')} done, ${count('uncertain')} uncertain; longest lag of the screen ${Math.round(desk.screen.longestLagMs())} ms\n`,
    )
    expect(count('done') + count('uncertain')).toBe(documents.length)
  })
})
