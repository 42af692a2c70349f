import { withPdf } from '@/base/pdfium/open-pdf'

type TextFunctions = {
  _FPDF_GetPageCount: (document: number) => number
  _FPDF_LoadPage: (document: number, index: number) => number
  _FPDFText_LoadPage: (page: number) => number
  _FPDFText_CountChars: (text: number) => number
  _FPDFText_GetUnicode: (text: number, index: number) => number
}

/** The text of each page, as pdfium reads it. */
export function pdfText(file: Uint8Array): Promise<string[]> {
  return withPdf({
    source: file,
    use: async ({ module, document }) => {
      const pdfium = module as unknown as TextFunctions
      return Array.from({ length: pdfium._FPDF_GetPageCount(document) }, (_, index) => {
        const text = pdfium._FPDFText_LoadPage(pdfium._FPDF_LoadPage(document, index))
        const count = pdfium._FPDFText_CountChars(text)
        const codes = Array.from({ length: count }, (_, at) => pdfium._FPDFText_GetUnicode(text, at))
        return String.fromCodePoint(...codes)
      })
    },
  })
}

type PlacedText = { text: string; x: number; base: number; width: number; height: number }

/** The texts of the first page as pdf.js reads them, at shares of the page as it is shown; those that run to the right alone. */
export async function placedTexts(file: Uint8Array): Promise<PlacedText[]> {
  const { getDocument, Util } = await loadPdfjs()
  const task = getDocument({ data: new Uint8Array(file), verbosity: 0 })
  const page = await (await task.promise).getPage(1)
  const view = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  const placed = items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [a, b, , d, x, y] = Util.transform(view.transform, item.transform) as number[] as [
      ...[number, number, number],
      ...[number, number, number],
    ]
    if (a <= 0 || Math.abs(b) > 1e-6) return []
    const text = item.str.trim()
    // A space follows each word, as wide as one of its letters.
    const width = (item.width * text.length) / item.str.length
    return [
      {
        text,
        x: x / view.width,
        base: y / view.height,
        width: width / view.width,
        height: Math.abs(d) / view.height,
      },
    ]
  })
  await task.destroy()
  return placed
}

/** It wants this of browsers at its start, for what it draws; nothing is drawn here. */
function loadPdfjs() {
  Object.assign(globalThis, { DOMMatrix: globalThis.DOMMatrix ?? class {} })
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}
