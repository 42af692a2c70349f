import type { PageFault } from './judge-page'
import type { JudgeAnswer, JudgeTask } from './judge-worker'

const known = new WeakMap<File, Promise<PageFault[]>>()
const waiting = new Map<number, (faults: PageFault[]) => void>()
let lastId = 0
let worker: Worker | null | undefined

/** What may be wrong with a picture, found in a worker; nothing where the browser cannot tell. Each file is looked at once. */
export function judgePhoto(file: File): Promise<PageFault[]> {
  const asked = known.get(file) ?? ask(file)
  known.set(file, asked)
  return asked
}

function ask(file: File): Promise<PageFault[]> {
  return new Promise((resolve) => {
    worker ??= startWorker()
    if (!worker) return resolve([])
    const id = ++lastId
    waiting.set(id, resolve)
    worker.postMessage({ id, file } satisfies JudgeTask)
  })
}

/** Null where there are no workers that draw. */
function startWorker(): Worker | null {
  if (typeof Worker === 'undefined' || typeof OffscreenCanvas === 'undefined') return null
  const started = new Worker(new URL('./judge-worker.ts', import.meta.url), { type: 'module' })
  started.addEventListener('message', ({ data }: MessageEvent<JudgeAnswer>) => {
    waiting.get(data.id)?.(data.faults)
    waiting.delete(data.id)
  })
  started.addEventListener('error', () => {
    started.terminate()
    worker = undefined
    for (const resolve of waiting.values()) resolve([])
    waiting.clear()
  })
  return started
}
