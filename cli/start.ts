import { SettingError } from '@/base/settings'
import { parseSettings, type Settings } from '../lib/env'
import { buildProgramsWhenStale } from './build/build-programs'
import { buildWhenStale } from './build/build-when-stale'
import { loadEnvironmentFile, quietenS3Sdk, requireNodeVersion } from './environment'
import { isStopping, stopChildren } from './start/child'
import { type DataFolder, openDataFolder } from './start/data-folder'
import { placeEngine, runEngine } from './start/engine'
import { requireFreePort } from './start/ports'
import { whenStopAsked } from './start/stop-asked'
import { printSummary } from './start/summary'
import { describeUnknown } from './start/unknown-settings'
import { runWeb, type Upstream } from './start/web'
import { complain } from './terminal'

// `npm start` and, with --dev, `npm run dev`: from an empty folder to a desk that answers, until it is told to stop.
const development = process.argv.includes('--dev')

Promise.race([run(), whenStopAsked().then(() => 0)])
  .catch((error: unknown) => {
    complain(error instanceof SettingError ? error.message : String(error))
    return 1
  })
  .then(async (exitCode) => {
    await stopChildren()
    process.exit(exitCode)
  })

/** Ends only with the web process, whose exit is a failure however it came about. */
async function run(): Promise<number> {
  const startedAt = Date.now()
  requireNodeVersion()
  loadEnvironmentFile()
  quietenS3Sdk()
  describeUnknown(process.env).forEach(complain)
  const settings = parseSettings(process.env)
  await requireFreePort({ host: settings.HOST, port: settings.PORT, setting: 'PORT' })
  const folder = await openDataFolder(settings)
  await (development ? buildProgramsWhenStale() : buildWhenStale())

  const { upstream, ready } = await startUpstream({ settings, folder })
  const [web] = await Promise.all([runWeb({ settings, folder, upstream, development }), ready])
  await printSummary({ settings, folder, upstream, startedAt })

  const how = await web.ended
  if (isStopping()) return 0
  const reason = web.lastNotice() ?? `Its log says more: ${web.logFile}`
  complain(`The desk ended (${how}). ${reason} What was accepted is kept; start it again with npm start.`)
  return 1
}

type UpstreamStart = { upstream: Upstream; ready: Promise<void> }

/** With a key the desk uses the cloud, or an engine that runs elsewhere; without one the engine in the box starts. */
async function startUpstream(given: { settings: Settings; folder: DataFolder }): Promise<UpstreamStart> {
  const { DOCUTRAY_API_KEY: key, DOCUTRAY_BASE_URL: url, INTRAY_UPSTREAM: kind = 'cloud' } = given.settings
  if (key) return { upstream: { kind, url, key }, ready: Promise.resolve() }
  const engine = await placeEngine(given)
  const ready = runEngine({ ...given, engine, verbose: development })
  return { upstream: { kind: 'engine', url: engine.url, key: engine.key }, ready }
}
