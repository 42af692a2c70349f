import type { Word } from '../reading'
import type { Letter } from './decode-letters'
import { isSideways, type LineFrame, lengthOf, pointIn } from './line-frame'

/** Letters further apart than this are of two words: times the line's usual distance, or its height. */
const widerThanUsual = 2.1
const widerThanHeight = 0.55
/** A line's frame reaches beyond its print by this much. */
const printShare = 0.72

/** Words of a line: split at blanks and where letters stand far apart. */
export function lettersToWords({ letters, frame }: { letters: Letter[]; frame: LineFrame }): Word[] {
  const pitch = usualDistance(letters)
  const widest = Math.max(
    widerThanUsual * pitch,
    (widerThanHeight * lengthOf(frame.across)) / lengthOf(frame.along),
  )
  const groups: Letter[][] = [[]]
  let previous: Letter | undefined
  for (const letter of letters) {
    const isApart = previous !== undefined && letter.at - previous.at > widest
    if (letter.text === ' ' || isApart) groups.push([])
    if (letter.text !== ' ') groups.at(-1)?.push(letter)
    previous = letter
  }
  return groups.filter((group) => group.length > 0).map((group) => toWord({ group, frame, pitch }))
}

function usualDistance(letters: Letter[]): number {
  const distances = letters
    .flatMap((letter, index) => {
      const next = letters[index + 1]
      return next && letter.text !== ' ' && next.text !== ' ' ? [next.at - letter.at] : []
    })
    .sort((a, b) => a - b)
  return distances[Math.floor(distances.length / 2)] ?? 0.5
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
    confidence: group.reduce((sum, { confidence }) => sum + confidence, 0) / group.length,
    origin: 'picture',
    ...(isSideways(frame) && { isSideways: true as const }),
  }
}
