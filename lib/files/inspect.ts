import 'server-only'
import type { AcceptedContentType } from '../docutray/contract'
import { AppError } from '../errors'
import { log } from '../log'
import { createInspector, type Inspector, InspectorLost } from './inspector-process'
import { type FileProblem, type InspectorTask, maxImagePixels } from './inspector-protocol'

type FileOnDisk = { path: string; contentType: AcceptedContentType }

/** Two lanes, so that a page that takes long to draw never holds up an upload. */
const shared = globalThis as typeof globalThis & {
  intrayInspectors?: { check: Inspector; thumbnail: Inspector }
}

/**
 * The page count of a file; an image is one page.
 * Throws upload.password_protected, upload.unreadable, upload.too_many_pixels.
 */
export async function countPages(file: FileOnDisk): Promise<number> {
  return inspect({ kind: 'check', ...file })
}

/** Draws the first page as WebP at `target`. Throws as countPages. */
export async function drawThumbnail(given: FileOnDisk & { target: string }): Promise<void> {
  await inspect({ kind: 'thumbnail', ...given })
}

/** Ends the inspector processes; the next file starts them anew. */
export function stopInspectors(): void {
  shared.intrayInspectors?.check.stop()
  shared.intrayInspectors?.thumbnail.stop()
  delete shared.intrayInspectors
}

async function inspect(task: InspectorTask): Promise<number> {
  shared.intrayInspectors ??= { check: createInspector(), thumbnail: createInspector() }
  const answer = await runTwice({ inspector: shared.intrayInspectors[task.kind], task })
  if (answer.kind === 'answer') return answer.pages
  throw toAppError(answer)
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
  return new AppError('upload.too_many_pixels', { values: { limit: maxImagePixels / 1_000_000 } })
}
