import type { PDFWorker } from 'pdfjs-dist'
import { loadPdfjs } from '@/components/ui/load-pdfjs'

type PdfCount = { pages: number | null } | { problem: 'upload.password_protected' | 'upload.unreadable' }

const rangeChunkBytes = 256 * 1024
const timeoutMs = 20_000

let worker: PDFWorker | undefined

/**
 * Counts the pages of a PDF in pdf.js' worker, reading only the parts it asks for, so that 100 MB cost no memory.
 * `pages: null` where pdf.js gives up for reasons of its own, or cannot be fetched: the server looks again and has the last word.
 */
export async function countPdfPages(file: File): Promise<PdfCount> {
  const pdfjs = await loadPdfjs().catch(() => null)
  if (!pdfjs) return { pages: null }
  const { getDocument, PDFDataRangeTransport, PDFWorker } = pdfjs
  worker ??= new PDFWorker({ verbosity: 0 })
  const range = new PDFDataRangeTransport(file.size, null)
  const task = getDocument({
    range,
    worker,
    rangeChunkSize: rangeChunkBytes,
    disableAutoFetch: true,
    disableStream: true,
    verbosity: 0,
  })
  range.requestDataRange = (begin, end) => {
    file
      .slice(begin, end)
      .arrayBuffer()
      .then((part) => range.onDataRange(begin, new Uint8Array(part)))
      .catch(() => task.destroy())
  }
  const timer = setTimeout(() => discardWorker(), timeoutMs)
  try {
    const pdf = await task.promise
    return { pages: pdf.numPages }
  } catch (error) {
    return toPdfCount(error)
  } finally {
    clearTimeout(timer)
    void task.destroy().catch(() => undefined)
  }
}

/** A file that keeps the worker busy must not hold up the files behind it. */
function discardWorker(): void {
  worker?.destroy()
  worker = undefined
}

function toPdfCount(error: unknown): PdfCount {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') return { problem: 'upload.password_protected' }
  if (name === 'InvalidPDFException') return { problem: 'upload.unreadable' }
  return { pages: null }
}
