import { log } from './log'
import { readSettings, SettingError } from './settings'
import { type Engine, startEngine } from './start-engine'

/** Longer than this a clean end does not wait; whatever was under way is taken up at the next start. */
const stopTimeoutMs = 5_000

try {
  const settings = readSettings(process.env)
  const engine = await startEngine({
    settings,
    processor: new URL('./pipeline/process-document.ts', import.meta.url),
  })
  process.stdout.write(`engine listening on 127.0.0.1:${engine.port}\n`)
  endWith(engine)
} catch (error) {
  const isExpected = error instanceof SettingError || error instanceof Error
  process.stderr.write(`The engine cannot start. ${isExpected ? error.message : String(error)}\n`)
  process.exit(1)
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
  process.on('disconnect', () => void end('the launcher is gone'))
}
