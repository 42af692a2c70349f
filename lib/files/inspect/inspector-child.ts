import 'server-only'
import { access } from 'node:fs/promises'
import { checkImage, drawImageThumbnail } from './inspect-image'
import { countPdfPages, drawPdfThumbnail } from './inspect-pdf'
import { InspectionError, type InspectorMessage, type InspectorTask } from './inspector-protocol'

/**
 * The process that opens other people's files. It may hang, swell or crash on one: the desk kills and replaces it
 * (see inspector-process). It is given no secrets.
 */
process.on('message', (task: InspectorTask) => {
  answer(task).then(tell)
})
process.on('disconnect', () => process.exit(0))
tell({ kind: 'ready' })

async function answer(task: InspectorTask): Promise<InspectorMessage> {
  try {
    await access(task.path)
    const pages = await perform(task)
    return { kind: 'answer', pages, residentBytes: process.memoryUsage.rss() }
  } catch (thrown) {
    const isForeseen = thrown instanceof InspectionError
    const cause = isForeseen ? (thrown.cause ?? thrown) : thrown
    const problem = isSystemError(cause) ? 'fault' : isForeseen ? thrown.problem : 'unreadable'
    const isSpent = !isForeseen || cause instanceof WebAssembly.RuntimeError
    return {
      kind: 'problem',
      problem,
      detail: String(cause),
      residentBytes: process.memoryUsage.rss(),
      isSpent,
    }
  }
}

/** What the operating system refused: no such file, no room, too many open. */
function isSystemError(cause: unknown): boolean {
  return cause instanceof Error && 'syscall' in cause
}

async function perform(task: InspectorTask): Promise<number> {
  if (task.contentType === 'application/pdf') {
    if (task.kind === 'check') return countPdfPages(task.path)
    await drawPdfThumbnail(task)
    return 1
  }
  if (task.kind === 'check') await checkImage(task)
  else await drawImageThumbnail(task)
  return 1
}

function tell(message: InspectorMessage): void {
  process.send?.(message)
}
