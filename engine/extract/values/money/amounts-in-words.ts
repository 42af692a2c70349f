import { boxAround, rightOf } from '@/engine/extract/layout/box'
import { memoizeByRef, memoizeByText } from '@/engine/extract/vocabulary/memoize-by-ref'
import type { Box, Word } from '@/engine/readers/reading'
import { currencyMark, type DecimalMark, type ParsedNumber, parseAmount } from './amounts'

export type FoundAmount = ParsedNumber & {
  text: string
  box: Box
  confidence: number
  /** Currency printed with the figure, as it stands. */
  mark: string | null
  /** Places of the words in the list that was searched. */
  start: number
  end: number
}

const ownMark = new RegExp(currencyMark)
const plainFigure = /^[\d.,]*$/
const currencyWord = new RegExp(`^(?:${currencyMark}|[A-Z]{0,2}\\$|[Ee]uros?)[:.]?$`)
const isCurrencyWord = memoizeByText((text) => currencyWord.test(text))
const hasFigure = /\d/

/** Figures among words, from left to right; percentages, dates, times and codes are none. */
export function findAmounts({
  words,
  decimalMark = '.',
}: {
  words: Word[]
  decimalMark?: DecimalMark | undefined
}): FoundAmount[] {
  return words.some(({ text }) => hasFigure.test(text)) ? amountsOf[decimalMark](words) : []
}

/** Half of the rules ask for the amounts of the same words. */
const amountsOf: { [mark in DecimalMark]: (words: Word[]) => FoundAmount[] } = {
  '.': memoizeByRef((words) => readAmounts({ words, decimalMark: '.' })),
  ',': memoizeByRef((words) => readAmounts({ words, decimalMark: ',' })),
}

function readAmounts({ words, decimalMark }: { words: Word[]; decimalMark: DecimalMark }): FoundAmount[] {
  const found: FoundAmount[] = []
  let index = 0
  while (index < words.length) {
    const amount = readAmountAt({ words, start: index, decimalMark })
    if (amount) found.push(amount)
    index = amount ? amount.end : index + 1
  }
  return found
}

function readAmountAt({
  words,
  start,
  decimalMark,
}: {
  words: Word[]
  start: number
  decimalMark: DecimalMark
}): FoundAmount | null {
  const first = words[start]?.text ?? ''
  const isFigure = hasFigure.test(first)
  if (!isFigure && !hasFigure.test(words[start + 1]?.text ?? '')) return null
  const figureAt = isCurrencyWord(first) || /^[-–−(]$/.test(first) ? start + 1 : start
  if (!hasFigure.test(words[figureAt]?.text ?? '')) return null
  for (const length of [3, 2, 1]) {
    const part = words.slice(figureAt, figureAt + length)
    if (part.length < length || !areJoined({ words: part, decimalMark })) continue
    const text = joinSplitFigure(part.map((word) => word.text))
    const parsed = text === null ? null : parseAmount({ text: cleanFigure(text), decimalMark })
    if (!parsed || text === null) continue
    const end = figureAt + length
    if (isPercentage({ text, next: words[end] })) return null
    return toFoundAmount({ words, start, figureAt, end, parsed, text })
  }
  return null
}

/** `1 234,56`, `8. 60` and `8 .60` are one figure each; two figures beside one another are not. */
function joinSplitFigure(texts: string[]): string | null {
  const [first = '', ...others] = texts
  if (others.length === 0) return first
  const isGrouped =
    /^[-–(]?[^\d\s]{0,3}\d{1,3}$/.test(first) &&
    others.every((text, at) =>
      at === others.length - 1 ? /^\d{3}[.,]\d{2}\D{0,3}$/.test(text) : /^\d{3}$/.test(text),
    )
  if (isGrouped) return texts.join(' ')
  const [second = ''] = others
  if (others.length > 1) return null
  if (/\d[.,]$/.test(first) && /^\d{2}$/.test(second)) return first + second
  return /\d$/.test(first) && /^[.,]\d{2}$/.test(second) ? first + second : null
}

/** Words of one figure stand close together; wider blanks group thousands only where the comma splits off the cents. */
function areJoined({ words, decimalMark }: { words: Word[]; decimalMark: DecimalMark }): boolean {
  const maxGap = decimalMark === ',' ? 0.85 : 0.6
  return words.every((word, at) => {
    const previous = words[at - 1]
    return !previous || word.box.x - rightOf(previous.box) < word.box.height * maxGap
  })
}

/** Marks that stand around a figure on paper without being part of it. */
function cleanFigure(text: string): string {
  const figure = text
    .replace(/^[*#:=~]+/, '')
    .replace(/(?<![*#:=~|_])[*#:=~|_]+$/, '')
    .replace(/^([^\d]*)\.(\d{2})$/, '$10.$2')
  // Receipts print a tax code behind the price: `8.60SR`, `4.50 Z`.
  return figure.replace(/(\d[.,]\d{2})\s?(?:[A-Z]{1,2}|\*|cr|dr)$/, '$1').replace(/[.,:;]$/, '')
}

function isPercentage({ text, next }: { text: string; next: Word | undefined }): boolean {
  return text.includes('%') || next?.text.startsWith('%') === true
}

function toFoundAmount({
  words,
  start,
  figureAt,
  end,
  parsed,
  text,
}: {
  words: Word[]
  start: number
  figureAt: number
  end: number
  parsed: ParsedNumber
  text: string
}): FoundAmount {
  const before = figureAt > start ? (words[start]?.text ?? '') : ''
  const after = words[end]?.text ?? ''
  const isFollowed = isCurrencyWord(after) && /[€£¥₹]|^[A-Z]{3}$|^[Ee]uro/.test(after)
  const own = plainFigure.test(text) ? undefined : ownMark.exec(text)?.[0]
  const isMinus = /^[-–−(]$/.test(before) || isCredit({ text, after })
  const isSigned = /^(?:CR|DR)\.?$/i.test(after)
  const last = isFollowed || isSigned ? end + 1 : end
  const used = words.slice(start, last)
  return {
    ...parsed,
    value: isMinus ? -Math.abs(parsed.value) : parsed.value,
    text: used.map((word) => word.text).join(' '),
    box: boxAround(used),
    confidence: Math.min(...used.map((word) => word.confidence)),
    mark: own ?? (isFollowed ? after : isCurrencyWord(before) ? before : null),
    start,
    end: last,
  }
}

/** Books mark what is owed to the customer `CR`, and what he owes `DR`. */
function isCredit({ text, after }: { text: string; after: string }): boolean {
  return /\dCR$/i.test(text) || /^CR\.?$/i.test(after)
}
