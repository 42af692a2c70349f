import { type Pair, toPlainLetter } from './align-letters'
import { isLetterKind, kindOf, type LetterKind } from './letter-kind'
import type { LineReadings } from './line-readings'

/** Places of a line where its two readings differ: pairs from `from` up to `to`. */
export type Difference = { from: number; to: number }

/** Letters that stand for each other one by one are differences of their own; more or fewer letters are one together. */
export function findDifferences({ pairs }: LineReadings): Difference[] {
  const differences: Difference[] = []
  for (let from = 0; from < pairs.length; from += 1) {
    let to = from
    while (to < pairs.length && pairs[to]?.first?.text !== pairs[to]?.second?.text) to += 1
    const isOneByOne = pairs.slice(from, to).every(({ first, second }) => first && second)
    if (isOneByOne) for (let at = from; at < to; at += 1) differences.push({ from: at, to: at + 1 })
    else differences.push({ from, to })
    from = Math.max(from, to)
  }
  return differences
}

/** What speaks for the second reading at a difference, for a linear choice. */
export function describeDifference(input: {
  readings: LineReadings
  difference: Difference
}): Record<string, number> {
  const { pairs, agreement, confidence } = input.readings
  const { from, to } = input.difference
  const run = pairs.slice(from, to)
  const first = run.map((pair) => pair.first?.text ?? '').join('')
  const second = run.map((pair) => pair.second?.text ?? '').join('')
  const [before, after] = [pairs[from - 1], pairs[to]]
  const sureness = (side: 'first' | 'second') => {
    const own = run.flatMap((pair) => pair[side]?.confidence ?? [])
    const around = [before, after].map((pair) => pair?.[side]?.confidence ?? 1)
    return Math.min(...(own.length > 0 ? own : around))
  }
  const [sureFirst, sureSecond] = [sureness('first'), sureness('second')]
  const around = balanceAround({ pairs, from, to })
  return {
    always: 1,
    sureFirst,
    sureSecond,
    sureFirst2: sureFirst ** 2,
    sureSecond2: sureSecond ** 2,
    agreement: agreement.exact,
    plainAgreement: agreement.plain,
    lineFirst: confidence.first,
    lineSecond: confidence.second,
    longer: second.length - first.length,
    [`${kindOf(first)}→${kindOf(second)}`]: 1,
    [`${first}→`]: 1,
    [`→${second}`]: 1,
    [`${first}→${second}`]: 1,
    ...describeAccents({ first, second }),
    ...describeFit({ name: 'first', text: first, around }),
    ...describeFit({ name: 'second', text: second, around }),
    ...(!before && { begins: 1 }),
    ...(!after && { ends: 1 }),
  }
}

const beyondAscii = /[^\p{ASCII}]/u

function describeAccents({ first, second }: { first: string; second: string }): Record<string, number> {
  const isAccented = { first: beyondAscii.test(first), second: beyondAscii.test(second) }
  if (toPlainLetter(first) !== toPlainLetter(second)) {
    return { ...(isAccented.first && { foreignFirst: 1 }), ...(isAccented.second && { foreignSecond: 1 }) }
  }
  if (first.toLowerCase() === second.toLowerCase()) return { caseAlone: 1 }
  return isAccented.second ? { accentSecond: 1 } : { accentFirst: 1 }
}

type Balance = { digits: number; letters: number; upper: number; lower: number }

const seenAround = 3

/** Shares of kinds among the next letters on both sides. */
function balanceAround({ pairs, from, to }: Difference & { pairs: Pair[] }): Balance {
  const near = [...pairs.slice(Math.max(0, from - seenAround), from), ...pairs.slice(to, to + seenAround)]
  const kinds = near.map(({ first, second }) => kindOf(second?.text ?? first?.text ?? ''))
  const share = (kind: LetterKind) => kinds.filter((one) => one === kind).length / Math.max(1, kinds.length)
  const [upper, lower] = [share('upper'), share('lower')]
  return { digits: share('digit'), letters: upper + lower, upper, lower }
}

/** Whether a letter is of its neighbours' kind. */
function describeFit(input: { name: string; text: string; around: Balance }): Record<string, number> {
  const { name, text, around } = input
  const kind = kindOf(text)
  return {
    ...(kind === 'digit' && {
      [`${name}DigitByDigits`]: around.digits,
      [`${name}DigitByLetters`]: around.letters,
    }),
    ...(isLetterKind(kind) && { [`${name}LetterByDigits`]: around.digits }),
    ...(kind === 'lower' && { [`${name}LowerByUpper`]: around.upper }),
    ...(kind === 'upper' && { [`${name}UpperByLower`]: around.lower }),
  }
}
