import 'server-only'
import type { PageWords } from '@/base/contract'
import type { PdfPage } from './pdf-pages'

type Word = PageWords['words'][number]

/** The name of the font in a page's resources; no other program gives it. */
export const layerFont = 'IntrayGlyphless'
/** Each glyph is half as wide as the font is high (see glyphless-font). */
const glyphWidth = 0.5
/** What a line reaches below its base, as a share of its height. */
export const descent = 0.2

/** What writes the words of a page at their places, to be found and selected and never seen. */
export function layerContent({
  words,
  page,
}: {
  words: Word[]
  page: Pick<PdfPage, 'box' | 'rotation'>
}): string {
  const texts = words.flatMap((word) => wordContent({ word, page }))
  return `q BT 3 Tr\n${texts.join('\n')}\nET Q\n`
}

function wordContent({ word, page }: { word: Word; page: Pick<PdfPage, 'box' | 'rotation'> }): string[] {
  const [x, y, w, h] = word.box
  const { box, rotation } = page
  const isTurned = rotation === 90 || rotation === 270
  const [across, down] = isTurned ? [box.height, box.width] : [box.width, box.height]
  const [width, height] = [w * across, h * down]
  // 2 bytes a glyph: what lies beyond the basic plane takes two, as in ToUnicode.
  const glyphs = word.text.length
  if (glyphs === 0 || width <= 0 || height <= 0) return []
  const stretch = (100 * width) / (glyphs * glyphWidth * height)
  const [left, base] = placeOf({ x, y: y + h * (1 - descent), page })
  const matrix = [...directions[rotation], left, base].map(short).join(' ')
  return [
    `/${layerFont} ${short(height)} Tf ${short(stretch)} Tz ${matrix} Tm <${hexOf(`${word.text} `)}> Tj`,
  ]
}

/** Where the text runs and where it stands upright, on a page that is shown turned. */
const directions = {
  0: [1, 0, 0, 1],
  90: [0, 1, -1, 0],
  180: [-1, 0, 0, -1],
  270: [0, -1, 1, 0],
} as const

type Place = { x: number; y: number; page: Pick<PdfPage, 'box' | 'rotation'> }

/** From shares of the page as it is shown, from its top left, to its own units. */
function placeOf({ x, y, page: { box, rotation } }: Place): [number, number] {
  const { left, bottom, width, height } = box
  if (rotation === 90) return [left + y * width, bottom + x * height]
  if (rotation === 180) return [left + (1 - x) * width, bottom + y * height]
  if (rotation === 270) return [left + (1 - y) * width, bottom + (1 - x) * height]
  return [left + x * width, bottom + (1 - y) * height]
}

const short = (value: number) => String(Number(value.toFixed(3)))

function hexOf(text: string): string {
  return [...Array(text.length).keys()]
    .map((at) => text.charCodeAt(at).toString(16).padStart(4, '0'))
    .join('')
}
