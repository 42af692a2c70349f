import 'server-only'
import type { PdfFile } from './pdf-file'
import { isRef, type PdfDict, type PdfRef, PdfSyntaxError, type PdfValue } from './pdf-syntax'

/** The part of a page that is seen, in its own units. */
type PageBox = { left: number; bottom: number; width: number; height: number }
export type PdfPage = {
  ref: PdfRef
  dict: PdfDict
  resources: PdfDict
  box: PageBox
  /** Degrees clockwise by which it is shown. */
  rotation: 0 | 90 | 180 | 270
}

const inherited = ['Resources', 'MediaBox', 'CropBox', 'Rotate']
const maxPages = 20_000
const maxDepth = 60

/** The pages in their order, with what they take over from above. */
export async function* listPages(file: PdfFile): AsyncGenerator<PdfPage> {
  const root = await file.resolve(file.trailer.get('Root'))
  if (!(root instanceof Map)) throw new PdfSyntaxError('no catalogue')
  const seen = new Set<number>()
  yield* pagesUnder({ file, node: root.get('Pages'), above: new Map(), seen, depth: 0 })
}

type Node = { file: PdfFile; node: PdfValue | undefined; above: PdfDict; seen: Set<number>; depth: number }

async function* pagesUnder({ file, node, above, seen, depth }: Node): AsyncGenerator<PdfPage> {
  const dict = await file.resolve(node)
  if (!isRef(node) || !(dict instanceof Map) || seen.has(node.number) || depth > maxDepth)
    throw new PdfSyntaxError('no tree of pages')
  if (seen.add(node.number).size > maxPages) throw new PdfSyntaxError('too many pages')
  const own = inherited.flatMap((key) => (dict.has(key) ? [[key, dict.get(key) ?? null] as const] : []))
  const known: PdfDict = new Map([...above, ...own])
  const kids = await file.resolve(dict.get('Kids'))
  if (Array.isArray(kids)) {
    for (const kid of kids) yield* pagesUnder({ file, node: kid, above: known, seen, depth: depth + 1 })
    return
  }
  const resources = await file.resolve(known.get('Resources'))
  const turn = await file.resolve(known.get('Rotate'))
  yield {
    ...{ ref: node, dict, resources: resources instanceof Map ? resources : new Map() },
    box: await boxOf({ file, known }),
    rotation: turnOf(turn),
  }
}

function turnOf(turn: PdfValue): PdfPage['rotation'] {
  const quarter = typeof turn === 'number' ? ((Math.round(turn / 90) % 4) + 4) % 4 : 0
  return ([0, 90, 180, 270] as const)[quarter] ?? 0
}

const letter = [0, 0, 612, 792]

/** The crop box as far as it lies in the media box. */
async function boxOf({ file, known }: { file: PdfFile; known: PdfDict }): Promise<PageBox> {
  const media = (await readBox(file, known.get('MediaBox'))) ?? letter
  const crop = (await readBox(file, known.get('CropBox'))) ?? media
  const [left = 0, bottom = 0, right = 0, top = 0] = [0, 1, 2, 3].map((side) =>
    (side < 2 ? Math.max : Math.min)(media[side] ?? 0, crop[side] ?? 0),
  )
  return { left, bottom, width: Math.max(1, right - left), height: Math.max(1, top - bottom) }
}

async function readBox(file: PdfFile, value: PdfValue | undefined): Promise<number[] | null> {
  const list = await file.resolve(value)
  if (!Array.isArray(list)) return null
  const sides = await Promise.all(list.map((side) => file.resolve(side)))
  const [a, b, c, d] = sides
  if (typeof a !== 'number' || typeof b !== 'number' || typeof c !== 'number' || typeof d !== 'number')
    return null
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]
}
