import { Worker } from 'node:worker_threads'

const checkIntervalMs = 1_000

/** Runs in a thread of its own: the main thread may be deep inside a document when the engine dies. */
const watchParent = `const parent = process.ppid
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
}, ${checkIntervalMs})`

/** Ends this process soon after the process that started it, however that one died. */
export function guardAgainstOrphanhood(): void {
  process.on('disconnect', () => process.exit(0))
  new Worker(watchParent, { eval: true, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 8 } }).unref()
}
