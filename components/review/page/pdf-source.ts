import { personHeaders } from '@/lib/page/page-session'

/** Smaller files come in one go; of larger ones only the parts that the pages in sight need. */
const wholeUpToBytes = 1_000_000
const partBytes = 262_144
const tries = 3

type Pdfjs = typeof import('pdfjs-dist')
type PdfSource = { url: string; bytes: number; signal: AbortSignal; onFail: () => void }

/**
 * Where pdf.js takes the file from. It would ask for parts by itself, but only where the reply states its length, and
 * Next.js removes that header from streams; the length is known from the document.
 */
export function pdfSource({ pdfjs, ...source }: PdfSource & { pdfjs: Pdfjs }) {
  if (source.bytes <= wholeUpToBytes) return { url: source.url, httpHeaders: personHeaders() }
  const range = new pdfjs.PDFDataRangeTransport(source.bytes, null)
  range.requestDataRange = (begin: number, end: number) => {
    fetchPart({ ...source, begin, end })
      .then((part) => range.onDataRange(begin, part))
      .catch(() => !source.signal.aborted && source.onFail())
  }
  return { range, rangeChunkSize: partBytes, disableAutoFetch: true, disableStream: true }
}

type Part = { url: string; signal: AbortSignal; begin: number; end: number }

/** `end` is exclusive, as pdf.js counts. */
async function fetchPart({ url, signal, begin, end }: Part, failures = 0): Promise<Uint8Array> {
  try {
    const headers = { ...personHeaders(), Range: `bytes=${begin}-${end - 1}` }
    const response = await fetch(url, { headers, signal })
    if (response.status !== 206) throw new Error(`asked for a part, got ${response.status}`)
    return new Uint8Array(await response.arrayBuffer())
  } catch (thrown) {
    if (signal.aborted || failures + 1 >= tries) throw thrown
    return fetchPart({ url, signal, begin, end }, failures + 1)
  }
}
