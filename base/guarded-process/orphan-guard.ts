import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

const checkIntervalMs = 1_000

/** Runs in a thread of its own: the main thread may be deep inside a document when the engine dies. */
const watchParent = `const { parentPort, workerData } = require('node:worker_threads')
setInterval(() => {
  if (process.ppid !== workerData.parent) process.kill(process.pid, 'SIGKILL')
}, ${checkIntervalMs})
parentPort.postMessage('watching')`

/**
 * Ends this process soon after the process that started it, however that one died. Resolves once the watch is kept:
 * until then the main thread must stay free, or the thread cannot start.
 */
export async function guardAgainstOrphanhood(): Promise<void> {
  process.on('disconnect', () => process.exit(0))
  const guard = new Worker(watchParent, {
    eval: true,
    execArgv: [],
    workerData: { parent: process.ppid },
    resourceLimits: { maxOldGenerationSizeMb: 8 },
  })
  await once(guard, 'message')
  guard.unref()
}
