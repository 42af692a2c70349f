import { readSettings } from '@/engine/settings/read-settings'
import { startEngine } from '@/engine/start-engine'

/** The engine as it is, but with readers that do what a document's name says. */
const engine = await startEngine({
  settings: readSettings(process.env),
  processor: new URL('./processor.ts', import.meta.url),
})
process.on('SIGTERM', () => void engine.stop().then(() => process.exit(0)))
// A test that fails leaves nothing running.
process.on('disconnect', () => process.exit(1))
process.stdout.write(`engine listening on 127.0.0.1:${engine.port}\n`)
