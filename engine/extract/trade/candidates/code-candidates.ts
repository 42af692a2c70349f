import type { Segment, TextLine } from '@/engine/extract/layout/layout'
import { textOf } from '@/engine/extract/layout/word-text'
import type { Paper } from '@/engine/extract/paper/paper'
import { findDatesInWords } from '@/engine/extract/values/dates/dates-in-words'
import { memoizeByRef } from '@/engine/extract/vocabulary/memoize-by-ref'
import type { Word } from '@/engine/readers/reading'
import type { Candidate } from './candidate'
import { listLines } from './page-lines'

/** A part of a document's number: figures, capitals and the marks between them. */
const codePart =
  /^[#(]*[\p{Lu}\p{Nd}](?:[\p{L}\p{Nd}/_.\\-]*[\p{L}\p{Nd}])?[),.;:]*$|^[\p{L}]{1,6}[-/.]?\p{Nd}[\p{L}\p{Nd}/_.\\-]*$/u
const joint = /^[-–/.]$/
/** Short groups of figures and capitals, or what joins them; longer ones are numbers of their own. */
const numberPart = /^(?:[-–/.]|[#(]*(?:\p{Lu}{1,4}|\p{Nd}{1,5})[).,;]*)$/u
const figure = /\p{Nd}/u
const longestRun = 5
const longestCode = 40

/** Whatever may be the number of a document: single parts, and runs of parts with blanks or marks between them. */
export const listCodes = memoizeByRef((paper: Paper): Candidate[] =>
  listLines(paper).flatMap((line) =>
    line.segments.flatMap((segment) => (figure.test(segment.text) ? codesIn({ paper, line, segment }) : [])),
  ),
)

type Place = { paper: Paper; line: TextLine; segment: Segment }

function codesIn({ paper, line, segment }: Place): Candidate[] {
  const found = findDatesInWords({ words: segment.words, order: paper.context.dateOrder })
  const dates = new Set(found.flatMap((date) => date.words))
  return spansOf({ words: segment.words, dates }).flatMap(({ words, isWhole }): Candidate[] => {
    const value = trim(textOf(words))
    if (!figure.test(value) || value.length > longestCode) return []
    const key = value.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase()
    const traits = [
      ...shapeOf(value),
      `parts:${words.length}`,
      `whole:${isWhole}`,
      ...neighboursOf({ cell: segment.words, words }),
      `date:${words.every((word) => dates.has(word))}`,
      `touches-date:${words.some((word) => dates.has(word))}`,
    ]
    return [{ type: 'code', value, key, words, line, segment, traits }]
  })
}

type Span = { words: Word[]; isWhole: boolean }

/**
 * Each part alone, and each run of parts as far as it goes. A number goes on over single blanks to the end of its cell:
 * a run that fills the rest of a cell, and has no date in it, is not taken apart.
 */
function spansOf({ words, dates }: { words: Word[]; dates: Set<Word> }): Span[] {
  const spans: Span[] = []
  const parts = words.map(({ text }) => codePart.test(text))
  const goesOn = (at: number) => parts[at] || (parts[at + 1] && joint.test(words[at]?.text ?? ''))
  for (let start = 0; start < words.length; start += 1) {
    if (!parts[start]) continue
    const isFirst = !parts[start - 1]
    let end = start + 1
    while (end < words.length && end - start < longestRun && goesOn(end)) end += 1
    const run = words.slice(start, end)
    const before = words[start - 1]
    const isRest = (!before || !numberPart.test(before.text)) && end === words.length && run.length > 1
    if (isRest && run.every((word) => numberPart.test(word.text) && !dates.has(word))) {
      spans.push({ words: run, isWhole: true })
      break
    }
    if (figure.test(words[start]?.text ?? ''))
      spans.push({ words: words.slice(start, start + 1), isWhole: isFirst && run.length === 1 })
    for (let stop = start + 2; stop <= end; stop += 1)
      if (parts[stop - 1]) spans.push({ words: words.slice(start, stop), isWhole: isFirst && stop === end })
  }
  return spans
}

/** What stands before and behind in the cell, and whether the run could go on there. */
function neighboursOf({ cell, words }: { cell: Word[]; words: Word[] }): string[] {
  const [first] = words
  const last = words.at(-1)
  const before = kindOf(first && cell[cell.indexOf(first) - 1])
  const behind = kindOf(last && cell[cell.indexOf(last) + 1])
  return [`before:${before}`, `behind:${behind}`, `around:${before}:${behind}`]
}

function kindOf(word: Word | undefined): string {
  if (!word) return 'none'
  const { text } = word
  if (joint.test(text)) return 'joint'
  if (/[:：#°º№]$/.test(text)) return 'mark'
  if (/^\p{Nd}[\p{Nd}/.-]*$/u.test(text)) return 'figures'
  if (codePart.test(text) && figure.test(text)) return 'code'
  return /^\p{Lu}{1,4}$/u.test(text) ? 'capitals' : 'word'
}

function trim(text: string): string {
  return text.replace(/^[#(:\s]+/, '').replace(/(?<![),.;:\s])[),.;:\s]+$/, '')
}

function shapeOf(value: string): string[] {
  const runs = value.replace(/\p{Nd}+/gu, (run) => `9${Math.min(run.length, 12)}`)
  const digits = value.replace(/\P{Nd}/gu, '').length
  const head = value.replace(/[\p{Nd}].*/u, '').slice(0, 5)
  return [
    `shape:${runs.replace(/\p{L}+/gu, (run) => (run.length > 4 ? 'A+' : 'A'.repeat(run.length)))}`,
    `form:${value.replace(/\p{Nd}+/gu, '9').replace(/\p{L}+/gu, 'A')}`,
    `digits:${Math.min(digits, 14)}`,
    `length:${Math.min(value.length, 20)}`,
    `head:${head.toUpperCase()}`,
    `year:${/(?<!\d)20[0-4]\d/.test(value)}`,
    `amount:${/^\d{1,3}(?:[.,]\d{3})*[.,]\d{2}$/.test(value)}`,
    `lower:${/\p{Ll}{2}/u.test(value)}`,
  ]
}
