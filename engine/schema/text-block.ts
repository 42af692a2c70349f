import { bottomOf, middleOf } from '../extract/layout/box'
import type { LabelHit } from '../extract/labels/find-labels'
import type { LayoutPage, Segment, TextLine } from '../extract/layout/layout'
import type { Word } from '../readers/reading'

type BlockLine = { words: Word[]; hasLabel: boolean; top: number; bottom: number }

const mostLines = 6

/** Words that begin a line like those of another are aligned with it up to this, in lines of print. */
const maxShift = 0.4

/**
 * The lines of print that belong with the first word of a value: aligned with it on the left, without a gap between
 * them, and without labels of their own. From top to bottom.
 */
export function findBlock({
  first,
  page,
  labelled,
}: {
  first: Word
  page: LayoutPage
  labelled: Map<Segment, LabelHit[]>
}): Word[][] {
  const lines = page.lines.flatMap((line) => toBlockLine({ line, first, page, labelled }))
  const at = lines.findIndex(({ words }) => words[0] === first)
  if (at < 0) return []
  const isNext = (upper: BlockLine | undefined, lower: BlockLine | undefined) =>
    upper !== undefined && lower !== undefined && lower.top - upper.bottom < page.lineHeight * gapOf(page)
  let start = at
  while (start > 0 && isNext(lines[start - 1], lines[start]) && !lines[start - 1]?.hasLabel) start -= 1
  let end = at + 1
  while (end < lines.length && isNext(lines[end - 1], lines[end]) && !lines[end]?.hasLabel) end += 1
  return lines
    .slice(start, end)
    .slice(0, mostLines)
    .map(({ words }) => words)
}

/** OCR boxes hug the letters, those of fonts include the leading. */
function gapOf(page: LayoutPage): number {
  return page.page.source === 'ocr' ? 1 : 0.45
}

function toBlockLine(input: {
  line: TextLine
  first: Word
  page: LayoutPage
  labelled: Map<Segment, LabelHit[]>
}): BlockLine[] {
  const { line, first, page, labelled } = input
  for (const [index, segment] of line.segments.entries()) {
    const at = segment.words.findIndex(
      (word) => Math.abs(word.box.x - first.box.x) < page.lineHeight * maxShift,
    )
    const word = segment.words[at]
    if (!word) continue
    const before = segment.words.slice(0, at)
    const hits = labelled.get(segment) ?? []
    // What stands before an aligned word in its own segment can only be a label that nearly touches it.
    if (before.length > 0 && word !== first && !hits.some((hit) => hit.isAtStart)) continue
    const left = line.segments[index - 1]
    const isBeside = left !== undefined && word.box.x - (left.box.x + left.box.width) < page.lineHeight * 8
    const hasLabel = hits.length > 0 || (isBeside && (labelled.get(left) ?? []).length > 0)
    const words = segment.words.slice(at)
    return [{ words, hasLabel, top: word.box.y, bottom: bottomOf(word.box) }]
  }
  return []
}

/** Whether a label stands in the middle of the height of a block beside it, as braces do. */
export function isCentredBeside({
  hit,
  block,
  page,
}: {
  hit: LabelHit
  block: Word[][]
  page: LayoutPage
}): boolean {
  const [top, bottom] = [block[0]?.[0], block.at(-1)?.[0]]
  if (!top || !bottom) return false
  const middle = (top.box.y + bottomOf(bottom.box)) / 2
  return Math.abs(middle - middleOf(hit.box)) < page.lineHeight * 1.4
}
