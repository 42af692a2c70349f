import { sniffBytes, sniffContentType } from '@/lib/files/receive/sniff'
import { sizeProblem } from '@/lib/files/upload-policy'
import { countPdfPages } from './count-pdf-pages'
import type { UploadProblemCode } from './upload-item'

export type FileCheck = { contentType: string; pages: number | null } | { problem: UploadProblemCode }

/** What can be told about a file before a byte of it is sent: size, true type, whether it opens, how many pages. */
export async function checkFile(file: File): Promise<FileCheck> {
  const problem = sizeProblem(file.size)
  if (problem) return { problem }
  const head = await readHead(file)
  if (!head) return { problem: 'file_gone' }
  const contentType = await sniffContentType(head)
  if (!contentType) return { problem: 'upload.unsupported_type' }
  if (contentType === 'image/tiff') return { contentType, pages: null }
  if (contentType !== 'application/pdf') return { contentType, pages: 1 }
  const count = await countPdfPages(file)
  return 'problem' in count ? count : { contentType, pages: count.pages }
}

/** Null where the browser cannot read the file any more: moved, removed, changed, or never a file. */
async function readHead(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.slice(0, sniffBytes).arrayBuffer())
  } catch {
    return null
  }
}
