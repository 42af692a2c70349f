import 'server-only'
import { access } from 'node:fs/promises'
import sharp from 'sharp'
import { serveTasks } from '@/base/guarded-process/serve-tasks'
import { convertHeic } from './convert/convert-heic'
import { convertTiff } from './convert/convert-tiff'
import { checkImage, drawImageThumbnail, writeJpeg } from './inspect-image'
import { countPdfPages, drawPdfThumbnail } from './inspect-pdf'
import { InspectionError, type InspectorReply, type InspectorTask } from './inspector-protocol'

// Whatever was opened once is not opened again, and its path may be another file's by then.
sharp.cache(false)
void serveTasks(inspect)

async function inspect(task: InspectorTask): Promise<InspectorReply> {
  try {
    await access(task.path)
    return await perform(task)
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

async function perform(task: InspectorTask): Promise<InspectorReply> {
  if (task.kind === 'convert') {
    const convert = task.contentType === 'image/heic' ? convertHeic : convertTiff
    return { kind: 'converted', conversion: await convert(task) }
  }
  return { kind: 'pages', pages: await look(task) }
}

async function look(task: Exclude<InspectorTask, { kind: 'convert' }>): Promise<number> {
  if (task.contentType === 'application/pdf') {
    if (task.kind === 'check') return countPdfPages(task.path)
    await drawPdfThumbnail(task)
    return 1
  }
  if (task.kind === 'check') await checkImage(task)
  else if (task.kind === 'jpeg') await writeJpeg(task)
  else await drawImageThumbnail(task)
  return 1
}
