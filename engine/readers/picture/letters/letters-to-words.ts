import { meanConfidence, medianDistance } from '@/engine/readers/merge/line-readings'
import type { Word } from '@/engine/readers/reading'
import { isSideways, type LineFrame, pointIn } from '../lines/line-frame'
import type { Letter } from './decode-letters'

/** A line's frame reaches beyond its print by this much. */
const printShare = 0.72

/** Words of a line, whose letters have blanks between them. */
export function lettersToWords({ letters, frame }: { letters: Letter[]; frame: LineFrame }): Word[] {
  const pitch = medianDistance(letters)
  const groups: Letter[][] = [[]]
  for (const letter of letters) {
    if (letter.text === ' ') groups.push([])
    else groups.at(-1)?.push(letter)
  }
  return groups.filter((group) => group.length > 0).map((group) => toWord({ group, frame, pitch }))
}

function toWord({ group, frame, pitch }: { group: Letter[]; frame: LineFrame; pitch: number }): Word {
  const from = Math.max(0, (group[0]?.at ?? 0) - pitch / 2)
  const to = Math.min(1, (group.at(-1)?.at ?? 1) + pitch / 2)
  const margin = (1 - printShare) / 2
  const corners = [from, to].flatMap((along) =>
    [margin, 1 - margin].map((across) => pointIn({ frame, along, across })),
  )
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)]
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return {
    text: group.map(({ text }) => text).join(''),
    box: { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y },
    confidence: meanConfidence(group),
    origin: 'picture',
    ...(isSideways(frame) && { isSideways: true as const }),
  }
}
