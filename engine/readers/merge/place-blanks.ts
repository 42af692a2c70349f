import { kindOf } from './letter-kind'
import type { LineReadings } from './line-readings'

const tellingMarks = ",.:;-/()&'"

/** What speaks for a blank after the pair at `after`, for a linear choice. */
export function describeGap({
  readings,
  after,
}: {
  readings: LineReadings
  after: number
}): Record<string, number> {
  const { pairs, blanks, pitch, aspect, agreement } = readings
  const [left, right] = [pairs[after], pairs[after + 1]]
  const gap = left?.second ? blanks.second.get(left.second) : undefined
  const isSeen = left?.second != null && right?.second != null
  const sure = Math.min(left?.second?.confidence ?? 1, right?.second?.confidence ?? 1)
  const distance = left?.first && right?.first ? right.first.at - left.first.at : null
  const [leftText, rightText] = [left, right].map((pair) => pair?.first?.text ?? pair?.second?.text ?? '')
  const marks = [...tellingMarks].flatMap((mark) => [
    ...(leftText === mark ? [[`${mark}_`, 1]] : []),
    ...(rightText === mark ? [[`_${mark}`, 1]] : []),
  ])
  return {
    always: 1,
    agreement: agreement.exact,
    ...(gap !== undefined && {
      blankSecond: 1,
      blankSure: sure,
      gap: Math.min(1.5, gap),
      blankAgreed: agreement.exact,
    }),
    ...(gap === undefined && isSeen && { noneSecond: 1, noneSure: sure }),
    ...(gap === undefined && !isSeen && { unseen: 1 }),
    ...(left?.first && blanks.first.has(left.first) && { blankFirst: 1 }),
    ...(distance === null
      ? { unmeasured: 1 }
      : {
          pitches: Math.min(4, distance / pitch),
          pitches2: Math.min(4, distance / pitch) ** 2 / 4,
          heights: Math.min(2, distance * aspect),
        }),
    [`${kindOf(leftText ?? '')} ${kindOf(rightText ?? '')}`]: 1,
    ...Object.fromEntries(marks),
  }
}
