import type { PDFPageProxy } from 'pdfjs-dist'
import type { TextItem } from 'pdfjs-dist/types/src/display/api'
import type { Box } from '@/lib/documents/attention/evidence'
import type { PageWord } from './word-runs'

/** The words of a PDF's own text, for what no engine has read; places as evidence tells them. */
export async function wordsOfPdfPage(page: PDFPageProxy): Promise<PageWord[]> {
  const viewport = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  return items.flatMap((item) => ('str' in item ? wordsOfItem({ item, viewport }) : []))
}

type Viewport = ReturnType<PDFPageProxy['getViewport']>

/** pdf.js gives runs of text; within one, letters are taken to be equally wide. */
function wordsOfItem({ item, viewport }: { item: TextItem; viewport: Viewport }): PageWord[] {
  const { str, width, height } = item
  const [a, b, , , x, y] = item.transform as number[]
  const length = Math.hypot(a ?? 0, b ?? 0) || 1
  const along = [(a ?? 0) / length, (b ?? 0) / length] as const
  const perLetter = width / Math.max(1, str.length)
  return [...str.matchAll(/\S+/g)].map((word) => {
    const start = perLetter * word.index
    const end = start + perLetter * word[0].length
    const corner = (distance: number, rise: number) =>
      viewport.convertToViewportPoint(
        (x ?? 0) + along[0] * distance - along[1] * rise,
        (y ?? 0) + along[1] * distance + along[0] * rise,
      ) as [number, number]
    // Letters hang below their line by about a fifth of their height.
    const corners = [start, end].flatMap((at) => [corner(at, -0.2 * height), corner(at, height * 0.8)])
    return { text: word[0], box: toBox({ corners, viewport }) }
  })
}

function toBox({ corners, viewport }: { corners: [number, number][]; viewport: Viewport }): Box {
  const share = (value: number, whole: number) => Math.min(1, Math.max(0, value / whole))
  const xs = corners.map(([x]) => share(x, viewport.width))
  const ys = corners.map(([, y]) => share(y, viewport.height))
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return [left, top, Math.max(...xs) - left, Math.max(...ys) - top]
}
