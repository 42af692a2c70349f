import 'server-only'
import { access } from 'node:fs/promises'
import { serveTasks } from '@/base/guarded-process/serve-tasks'
import { checkImage, drawImageThumbnail } from './inspect-image'
import { countPdfPages, drawPdfThumbnail } from './inspect-pdf'
import { InspectionError, type InspectorReply, type InspectorTask } from './inspector-protocol'

void serveTasks(inspect)

async function inspect(task: InspectorTask): Promise<InspectorReply> {
  try {
    await access(task.path)
    return { kind: 'pages', pages: await perform(task) }
  } catch (thrown) {
    const cause = thrown instanceof InspectionError ? (thrown.cause ?? thrown) : thrown
    if (isSystemError(cause)) return { kind: 'problem', problem: 'fault', detail: String(cause) }
    if (!(thrown instanceof InspectionError)) throw thrown
    return { kind: 'problem', problem: thrown.problem, detail: String(cause) }
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
