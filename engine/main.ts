import { setFlagsFromString } from 'node:v8'
import { SettingError } from '@/base/settings'
import { log } from './settings/log'
import { readSettings } from './settings/read-settings'
import { type Engine, startEngine } from './start-engine'

/** Longer than this a clean end does not wait; whatever was under way is taken up at the next start. */
const stopTimeoutMs = 5_000

// The embedded database is WebAssembly in short bursts: optimising it takes 60 MB and gains nothing measurable.
setFlagsFromString('--liftoff-only')

try {
  const settings = readSettings(process.env)
  log.level = settings.logLevel
  const engine = await startEngine({
    settings,
    processor: new URL('./pipeline/process-document.ts', import.meta.url),
  })
  process.stdout.write(`engine listening on ${settings.host}:${engine.port}\n`)
  endWith(engine)
} catch (error) {
  process.stderr.write(`The engine cannot start. ${firstLine(error)}\n`)
  process.exit(1)
}

/** A failed query tells itself in many lines and its reason in the cause. */
function firstLine(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof SettingError) return error.message
  return error.cause ? firstLine(error.cause) : (error.message.split('\n')[0] ?? error.name)
}

/** Ends when it is told to, or when the launcher that started it is gone. */
function endWith(engine: Engine): void {
  let isEnding = false
  const end = async (reason: string) => {
    if (isEnding) return
    isEnding = true
    log.info({ reason }, 'the engine ends')
    setTimeout(() => process.exit(1), stopTimeoutMs).unref()
    await engine.stop()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void end(signal))
  const orphaned = () => void end('the launcher is gone')
  process.on('disconnect', orphaned)
  // It went while the engine was starting; without a launcher there never was a line.
  if (process.connected === false) orphaned()
}
