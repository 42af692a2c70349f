import type { Segment } from '@/engine/extract/layout/layout'
import { textOf } from '@/engine/extract/layout/word-text'
import type { Paper } from '@/engine/extract/paper/paper'
import {
  type LabelWords,
  matchName,
  type NameMatch,
  tokensOf,
  toLabelWords,
} from '@/engine/extract/schema/match-name'
import type { ValueField } from '@/engine/extract/schema/schema-field'
import { softMatch } from '@/engine/extract/vocabulary/soft-match'
import type { Word } from '@/engine/readers/reading'

/** Printed words that may be a label: a whole cell, its beginning, or what stands before a colon. */
export type LabelRun = {
  segment: Segment
  /** Places of its words in the segment; the end is behind the last. */
  start: number
  end: number
  words: LabelWords
  isColon: boolean
}

export type LabelMatch = { run: LabelRun; match: NameMatch }

const mostWords = 7
const mostInProse = 4
/** A cell of more words is a sentence, in which labels stand anywhere. */
const proseWords = 7

/** For each field the runs that may name it, best first; and how well any field is named by each segment. */
export type NamedRuns = {
  byField: Map<ValueField, LabelMatch[]>
  /** The best score of a whole cell, or of what stands before its colon, for any field. */
  bySegment: Map<Segment, number>
}

const mostRuns = 10
/** Of some fifty full pages; comparing the labels of more takes longer than reading them. */
const mostCells = 8000
const leastScore = 0.25

export function findRuns({ paper, fields }: { paper: Paper; fields: ValueField[] }): NamedRuns {
  const byField = new Map<ValueField, LabelMatch[]>(fields.map((field) => [field, []]))
  const bySegment = new Map<Segment, number>()
  const fieldsOf = indexOf(fields)
  for (const segment of paper.lines.flatMap(({ segments }) => segments).slice(0, mostCells))
    for (const run of runsOf(segment)) {
      const likely = new Set(run.words.tokens.flatMap((token) => [...fieldsOf(token)]))
      for (const field of likely) {
        const match = matchName({ label: run.words, field })
        if (!match || match.score < leastScore) continue
        byField.get(field)?.push({ run, match })
        const isAll = run.start === 0 && (run.isColon || run.end === segment.words.length)
        if (isAll && match.score > (bySegment.get(segment) ?? 0)) bySegment.set(segment, match.score)
      }
    }
  for (const [field, matches] of byField) byField.set(field, bestRuns(matches))
  return { byField, bySegment }
}

const mostStrange = 24
const mostNamed = 0.6

/** What looks like a label by its place or its colon, and is none of a field by its words. */
export function findStrange({
  paper,
  runs,
  taken,
}: {
  paper: Paper
  runs: NamedRuns
  taken: Set<Word>
}): LabelRun[] {
  const strange: LabelRun[] = []
  for (const { segments } of paper.lines)
    for (const segment of segments) {
      if ((runs.bySegment.get(segment) ?? 0) >= mostNamed) continue
      if (segment.words.some((word) => taken.has(word))) continue
      const first = beginOf(segment.words)
      const colonAt = segment.words.slice(first, first + mostWords).findIndex(({ text }) => colon.test(text))
      const end = colonAt >= 0 ? first + colonAt + 1 : segment.words.length
      const text = textOf(segment.words.slice(first, end))
      if (end - first > 4 || (colonAt < 0 && (/\d/.test(text) || !/^\p{Lu}/u.test(text)))) continue
      const words = toLabelWords(text)
      if (words.tokens.length > 0) strange.push({ segment, start: first, end, words, isColon: colonAt >= 0 })
    }
  const colons = strange.filter(({ isColon }) => isColon)
  return [...colons, ...strange.filter(({ isColon }) => !isColon)].slice(0, mostStrange)
}

/** Of runs that overlap the best one; colons end labels. */
function bestRuns(matches: LabelMatch[]): LabelMatch[] {
  const worth = ({ run, match }: LabelMatch) =>
    match.score + (run.isColon ? 0.06 : 0) + (run.start === 0 ? 0.03 : 0) - (run.end - run.start) * 0.001
  const kept: LabelMatch[] = []
  for (const one of [...matches].sort((a, b) => worth(b) - worth(a))) {
    if (kept.length >= mostRuns) break
    const overlaps = ({ run }: LabelMatch) =>
      run.segment === one.run.segment && run.start < one.run.end && run.end > one.run.start
    if (!kept.some(overlaps)) kept.push(one)
  }
  return kept
}

/** The fields that a canonical word may name. */
function indexOf(fields: ValueField[]): (token: string) => Set<ValueField> {
  const known = new Map<string, Set<ValueField>>()
  const owners = fields.map((field) => ({ field, tokens: tokensOf(field) }))
  return (token) => {
    const before = known.get(token)
    if (before) return before
    const found = new Set(
      owners
        .filter(({ tokens }) => tokens.some((other) => softMatch({ a: token, b: other }) > 0))
        .map(({ field }) => field),
    )
    known.set(token, found)
    return found
  }
}

const colon = /[:：]$/

function runsOf(segment: Segment): LabelRun[] {
  const { words } = segment
  const runs: LabelRun[] = []
  const add = (start: number, end: number) => {
    const text = textOf(words.slice(start, end))
    const isColon = colon.test(words[end - 1]?.text ?? '') || /^[:：]/.test(words[end]?.text ?? '')
    const own = toLabelWords(text)
    if (own.tokens.length > 0) runs.push({ segment, start, end, words: own, isColon })
  }
  const first = beginOf(words)
  for (let end = first + 1; end <= Math.min(words.length, first + mostWords); end += 1) {
    add(first, end)
    if (colon.test(words[end - 1]?.text ?? '')) break
  }
  for (const [at, word] of words.entries()) {
    if (at < first + 1) continue
    if (colon.test(word.text)) {
      for (let start = Math.max(first + 1, at - 3); start <= at; start += 1) add(start, at + 1)
    } else if (words.length > proseWords) {
      for (let start = Math.max(first + 1, at + 1 - mostInProse); start <= at; start += 1) add(start, at + 1)
    }
  }
  return runs
}

/** Behind the number or mark that labels are counted with. */
function beginOf(words: Word[]): number {
  const [first] = words
  return first &&
    words.length > 1 &&
    /^(?:\(?\d{1,2}[.)]|\(?[a-zA-Z][.)]|[•*§–-]|\d{1,2}[a-z]?\.?)$/.test(first.text)
    ? 1
    : 0
}
