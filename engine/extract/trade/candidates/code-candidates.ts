import { textOf, wordsBetween } from '@/engine/extract/layout/word-text'
import type { Paper } from '@/engine/extract/paper/paper'
import { findDates } from '@/engine/extract/values/dates'
import type { Word } from '@/engine/readers/reading'
import type { Candidate } from './candidate'
import type { PageLine } from './page-lines'

/** A part of a document's number: figures, capitals and the marks between them. */
const codePart =
  /^[#(]*[\p{Lu}\p{Nd}](?:[\p{L}\p{Nd}/_.\\-]*[\p{L}\p{Nd}])?[),.;:]*$|^[\p{L}]{1,6}[-/.]?\p{Nd}[\p{L}\p{Nd}/_.\\-]*$/u
const joint = /^[-–/.]$/
const longestRun = 5

/** Whatever may be the number of a document: single parts, and runs of parts with blanks or marks between them. */
export function listCodes({ paper, lines }: { paper: Paper; lines: PageLine[] }): Candidate[] {
  return lines.flatMap(({ line }) =>
    line.segments.flatMap((segment) => {
      if (!/\p{Nd}/u.test(segment.text)) return []
      const dates = datesAmong({ words: segment.words, paper })
      return spansOf({ words: segment.words, dates }).flatMap(({ words, isWhole }): Candidate[] => {
        const value = trim(textOf(words))
        if (!/\p{Nd}/u.test(value) || value.length > 40) return []
        return [
          {
            type: 'code',
            value,
            key: value.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase(),
            words,
            line,
            segment,
            traits: [
              ...shapeOf(value),
              `parts:${words.length}`,
              `whole:${isWhole}`,
              ...neighboursOf({ cell: segment.words, words }),
              `date:${words.every((word) => dates.has(word))}`,
              `touches-date:${words.some((word) => dates.has(word))}`,
            ],
          },
        ]
      })
    }),
  )
}

function datesAmong({ words, paper }: { words: Word[]; paper: Paper }): Set<Word> {
  const dates = findDates({ text: textOf(words), order: paper.context.dateOrder })
  return new Set(dates.flatMap((date) => wordsBetween({ words, ...date })))
}

/**
 * Each part alone, and each run of parts as far as it goes. A number goes on over single blanks to the end of its cell:
 * a run that fills the rest of a cell, and has no date in it, is not taken apart.
 */
function spansOf({
  words,
  dates,
}: {
  words: Word[]
  dates: Set<Word>
}): { words: Word[]; isWhole: boolean }[] {
  const spans: { words: Word[]; isWhole: boolean }[] = []
  for (let start = 0; start < words.length; start += 1) {
    if (!isPart(words[start])) continue
    const isFirst = start === 0 || !isPart(words[start - 1])
    let end = start + 1
    while (
      end < words.length &&
      end - start < longestRun &&
      (isPart(words[end]) || isJoint({ words, at: end }))
    )
      end += 1
    const isLast = end === start + 1
    const run = words.slice(start, end)
    const before = words[start - 1]
    const isRest = (!before || !isNumberPart(before)) && end === words.length && end - start > 1
    if (isRest && run.every((word) => isNumberPart(word) && !dates.has(word))) {
      spans.push({ words: run, isWhole: true })
      break
    }
    if (/\p{Nd}/u.test(words[start]?.text ?? ''))
      spans.push({ words: words.slice(start, start + 1), isWhole: isFirst && isLast })
    for (let stop = start + 2; stop <= end; stop += 1)
      if (isPart(words[stop - 1]))
        spans.push({ words: words.slice(start, stop), isWhole: isFirst && stop === end })
  }
  return spans
}

function isPart(word: Word | undefined): boolean {
  return word !== undefined && codePart.test(word.text)
}

/** Short groups of figures and capitals, or what joins them; longer ones are numbers of their own. */
function isNumberPart({ text }: Word): boolean {
  return joint.test(text) || /^[#(]*(?:\p{Lu}{1,4}|\p{Nd}{1,5})[).,;]*$/u.test(text)
}

function isJoint({ words, at }: { words: Word[]; at: number }): boolean {
  return joint.test(words[at]?.text ?? '') && isPart(words[at + 1])
}

/** What stands before and behind in the cell, and whether the run could go on there. */
function neighboursOf({ cell, words }: { cell: Word[]; words: Word[] }): string[] {
  const [first] = words
  const last = words.at(-1)
  const before = first ? cell[cell.indexOf(first) - 1] : undefined
  const behind = last ? cell[cell.indexOf(last) + 1] : undefined
  return [
    `before:${kindOf(before)}`,
    `behind:${kindOf(behind)}`,
    `around:${kindOf(before)}:${kindOf(behind)}`,
  ]
}

function kindOf(word: Word | undefined): string {
  if (!word) return 'none'
  if (joint.test(word.text)) return 'joint'
  if (/[:：#°º№]$/.test(word.text)) return 'mark'
  if (/^\p{Nd}[\p{Nd}/.-]*$/u.test(word.text)) return 'figures'
  if (isPart(word) && /\p{Nd}/u.test(word.text)) return 'code'
  return /^\p{Lu}{1,4}$/u.test(word.text) ? 'capitals' : 'word'
}

function trim(text: string): string {
  return text.replace(/^[#(:\s]+/, '').replace(/[),.;:\s]+$/, '')
}

function shapeOf(value: string): string[] {
  const runs = value.replace(/\p{Nd}+/gu, (run) => `9${Math.min(run.length, 12)}`)
  const digits = value.replace(/\P{Nd}/gu, '').length
  return [
    `shape:${runs.replace(/\p{L}+/gu, (run) => (run.length > 4 ? 'A+' : 'A'.repeat(run.length)))}`,
    `form:${value.replace(/\p{Nd}+/gu, '9').replace(/\p{L}+/gu, 'A')}`,
    `digits:${Math.min(digits, 14)}`,
    `length:${Math.min(value.length, 20)}`,
    `head:${value
      .replace(/[\p{Nd}].*/u, '')
      .slice(0, 5)
      .toUpperCase()}`,
    `year:${/(?<!\d)20[0-4]\d/.test(value)}`,
    `amount:${/^\d{1,3}(?:[.,]\d{3})*[.,]\d{2}$/.test(value)}`,
    `lower:${/\p{Ll}{2}/u.test(value)}`,
  ]
}
