import 'server-only'
import type { AcceptedContentType } from '@/base/contract'
import { AppError } from '@/lib/errors'
import { log } from '@/lib/log'
import { forget, once } from '@/lib/once'
import { createInspector, type Inspector, InspectorLost } from './inspector-process'
import { type FileProblem, type InspectorTask, maxImagePixels } from './inspector-protocol'

type FileOnDisk = { path: string; contentType: AcceptedContentType }

/**
 * Two pools, so that a page that takes long to draw never holds up an upload; two processes for checks, so that one
 * hostile file does not either. A process is started only when there is work for it.
 */
type Pools = Record<InspectorTask['kind'], [Inspector, ...Inspector[]]>
const thumbnailMs = 10_000

/**
 * The page count of a file; an image is one page.
 * Throws upload.password_protected, upload.unreadable, upload.too_many_pixels.
 */
export async function countPages(file: FileOnDisk): Promise<number> {
  return inspect({ kind: 'check', ...file })
}

/** Draws the first page as WebP at `target`. Throws as countPages. */
export async function drawThumbnail(drawing: FileOnDisk & { target: string }): Promise<void> {
  await inspect({ kind: 'thumbnail', ...drawing })
}

/** Files are on their way: a process that starts meanwhile keeps nobody waiting at their end. */
export function expectFiles(): void {
  leastBusy(pools().check).prepare()
}

export function stopInspectors(): void {
  for (const pool of Object.values(forget<Pools>('inspectors') ?? {})) for (const one of pool) one.stop()
}

async function inspect(task: InspectorTask): Promise<number> {
  const answer = await runTwice({ inspector: leastBusy(pools()[task.kind]), task })
  if (answer.kind === 'answer') return answer.pages
  throw toAppError(answer)
}

const pools = () =>
  once<Pools>('inspectors', () => ({
    check: [createInspector(), createInspector()],
    thumbnail: [createInspector({ taskMs: thumbnailMs })],
  }))

function leastBusy([first, ...others]: [Inspector, ...Inspector[]]): Inspector {
  return others.reduce((best, one) => (one.pending() < best.pending() ? one : best), first)
}

/** A crash may have come from outside (a killed process), so the file gets one more chance. */
async function runTwice({ inspector, task }: { inspector: Inspector; task: InspectorTask }) {
  try {
    return await inspector.run(task)
  } catch (thrown) {
    if (!(thrown instanceof InspectorLost)) throw thrown
    log.warn({ why: thrown.why, task: task.kind }, 'the file inspector was lost and is replaced')
    if (thrown.why !== 'crash') throw new AppError('upload.unreadable', { cause: thrown })
  }
  return inspector.run(task).catch((cause) => {
    throw cause instanceof InspectorLost ? new AppError('upload.unreadable', { cause }) : cause
  })
}

function toAppError({ problem, detail }: { problem: FileProblem; detail: string }): AppError {
  if (problem === 'password') return new AppError('upload.password_protected', { cause: detail })
  if (problem === 'unreadable') return new AppError('upload.unreadable', { cause: detail })
  if (problem === 'fault') return new AppError('internal', { cause: new Error(detail) })
  return new AppError('upload.too_many_pixels', { values: { limit: maxImagePixels / 1_000_000 } })
}
