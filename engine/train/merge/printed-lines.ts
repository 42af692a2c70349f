import sharp from 'sharp'
import { readTwice, type TwiceRead } from '@/engine/readers/picture/letters/read-lines'
import { refineLines } from '@/engine/readers/picture/lines/find-lines'
import { type LineFrame, lengthOf, pointIn } from '@/engine/readers/picture/lines/line-frame'
import { toPicture } from '../../readers/picture/picture'
import { turnUpright } from '../../readers/picture/turn-upright'
import type { Word } from '../../readers/reading'
import type { PrintedPage } from './printed-pages'

/** A line as both recognisers read it, and what stands there. */
export type PrintedLine = Pick<PrintedPage, 'id' | 'kind' | 'fold' | 'isInCapitals'> &
  TwiceRead & { truth: string }

/** Lines of a page of which it is clear what stands there; none of a page that was turned. */
export async function readPrintedLines(page: PrintedPage): Promise<PrintedLine[]> {
  const { id, kind, fold, isInCapitals } = page
  const scan = await toPicture(sharp(page.picture).rotate().flatten({ background: 'white' }))
  const { picture, lines, turned } = await turnUpright(scan)
  if (turned !== 0) return []
  const read = await readTwice({ picture, lines: await refineLines({ picture, lines }) })
  const words = page.truth.words.map((word) => scaleWord({ word, by: picture.width / page.truth.width }))
  return read.flatMap((line) => {
    const truth = findTruth({ frame: line.frame, words })
    return truth === null ? [] : [{ id, kind, fold, isInCapitals, ...line, truth }]
  })
}

function scaleWord({ word, by }: { word: Word; by: number }): Word {
  const { x, y, width, height } = word.box
  return { ...word, box: { x: x * by, y: y * by, width: width * by, height: height * by } }
}

/** The words within a line's frame; null where they do not fill it, stand beyond it or in more rows than one. */
function findTruth({ frame, words }: { frame: LineFrame; words: Word[] }): string | null {
  const corners = [0, 1].flatMap((along) => [0, 1].map((across) => pointIn({ frame, along, across })))
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)]
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  const inside = words
    .filter(({ box }) => {
      const shared = Math.min(right, box.x + box.width) - Math.max(left, box.x)
      const middle = box.y + box.height / 2
      return middle >= top && middle <= bottom && shared > box.width / 2
    })
    .sort((a, b) => a.box.x - b.box.x)
  const [first] = inside
  if (!first) return null
  const end = Math.max(...inside.map(({ box }) => box.x + box.width))
  const filled = (end - first.box.x) / (right - left)
  const isOneRow = inside.every(({ box }) => Math.abs(box.y - first.box.y) < lengthOf(frame.across) / 2)
  return filled > 0.75 && filled < 1.2 && isOneRow ? inside.map(({ text }) => text).join(' ') : null
}
