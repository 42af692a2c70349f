import type { Segment } from '@/engine/extract/layout/layout'
import { segmentsOf } from '@/engine/extract/layout/segments-by-height'
import { labelsIn } from '@/engine/extract/paper/concepts'
import type { Paper } from '@/engine/extract/paper/paper'
import type { ValueField } from '@/engine/extract/schema/schema-field'
import { readKind, type SchemaValue } from '@/engine/extract/values/read-kind'
import { memoizeByRef } from '@/engine/extract/vocabulary/memoize-by-ref'
import { toTextKey } from '@/engine/extract/vocabulary/text-key'
import type { Word } from '@/engine/readers/reading'
import { findRuns, findStrange, type LabelMatch, type LabelRun, type NamedRuns } from './label-runs'
import { findOwners, type Owners } from './owners'
import { readZone, type ZoneRead } from './read-zone'
import { toZone, type Zone, zonesOf } from './zones'

/** A value that a field may have, with the label and the place that speak for it. */
export type Candidate = {
  /** What candidates of the same value share. */
  key: string
  read: ZoneRead
  zone: Zone
  /** Null where only the form of the value speaks for it. */
  label: LabelMatch | null
}

/** What a paper shows to all fields of a schema. */
export type Search = {
  paper: Paper
  fields: ValueField[]
  runs: NamedRuns
  /** Likely labels that share no word with any field. */
  strange: LabelRun[]
  owners: Owners
  /** Worked out once for each run, whatever fields it may name. */
  zonesOf: (run: LabelRun) => Zone[]
  /** The words of the lists' cells. */
  taken: Set<Word>
  /** How often each cell's text is printed. */
  counts: Map<string, number>
}

export function openSearch({
  paper,
  fields,
  taken,
}: {
  paper: Paper
  fields: ValueField[]
  taken: Set<Word>
}): Search {
  const counts = new Map<string, number>()
  for (const page of paper.pages)
    for (const { text } of segmentsOf(page))
      counts.set(toTextKey(text), (counts.get(toTextKey(text)) ?? 0) + 1)
  const runs = findRuns({ paper, fields })
  return {
    paper,
    fields,
    runs,
    strange: findStrange({ paper, runs, taken }),
    owners: findOwners({ paper, fields }),
    zonesOf: memoizeByRef(zonesOf),
    taken,
    counts,
  }
}

/** Labels that fit so much worse than the best one name something else. */
const fitSpan = 0.4
const mostRuns = 6
const mostCandidates = 60

export function collectCandidates({ search, field }: { search: Search; field: ValueField }): Candidate[] {
  const { context } = search.paper
  const matches = search.runs.byField.get(field) ?? []
  const best = matches[0]?.match.score ?? 0
  const labelled = matches
    .filter(({ match }) => match.score > best - fitSpan)
    .slice(0, mostRuns)
    .flatMap((label) =>
      search
        .zonesOf(label.run)
        .flatMap((zone) =>
          readZone({ field, zone, context }).map(
            (read): Candidate => ({ key: keyOf(read.value), read, zone, label }),
          ),
        ),
    )
  const strange = best < leastFit ? strangeCandidates({ search, field }) : []
  labelled.splice(mostCandidates)
  labelled.push(...strange.filter(({ key }) => !labelled.some((one) => one.key === key)))
  return [...labelled, ...freeCandidates({ search, field })]
}

/** A field that no label fits better than this may be named by words that only training knows. */
const leastFit = 0.75
const strangeRelations = new Set(['inline', 'right', 'below', 'beside'])

/** What stands beside labels that name no field by their words. */
function strangeCandidates({ search, field }: { search: Search; field: ValueField }): Candidate[] {
  const { context } = search.paper
  const missing = field.phrases[0]?.tokens ?? []
  return search.strange.flatMap((run) => {
    const match = {
      score: 0,
      isExact: false,
      precision: 0,
      recall: 0,
      trust: 0,
      about: 0,
      extra: run.words.tokens,
      missing,
    }
    return search
      .zonesOf(run)
      .filter(({ relation }) => strangeRelations.has(relation))
      .flatMap((zone) =>
        readZone({ field, zone, context })
          .filter(({ cut }) => !/^(?:lines [34]|label [23])/.test(cut))
          .slice(0, 3)
          .map((read): Candidate => ({ key: keyOf(read.value), read, zone, label: { run, match } })),
      )
  })
}

export function keyOf(value: SchemaValue): string {
  return typeof value === 'string' ? toTextKey(value) : String(value)
}

/** Kinds whose form tells them apart from all else on a page. */
const telling = new Set(['email', 'uri', 'iban'])
const topCells = 4

function freeCandidates({ search, field }: { search: Search; field: ValueField }): Candidate[] {
  const { pages, context } = search.paper
  if (telling.has(field.kind)) {
    return pages.flatMap((page) =>
      segmentsOf(page).flatMap((cell) => {
        const read = readKind({ field, words: cell.words, context })
        return read ? [toFree({ cell, read: { ...read, cut: 'form' } })] : []
      }),
    )
  }
  const [first] = pages
  if (!first || !isTop(field)) return []
  return segmentsOf(first)
    .slice(0, topCells)
    .filter(({ text }) => /\p{L}{2}/u.test(text))
    .map((cell, at) =>
      toFree({ cell, read: { value: cell.text, words: cell.words, quality: 1, cut: `top ${at}` } }),
    )
}

function isTop(field: ValueField): boolean {
  return ['title', 'name', 'text'].includes(field.kind) && field.path.length === 1
}

function toFree({ cell, read }: { cell: Segment; read: ZoneRead }): Candidate {
  return { key: keyOf(read.value), read, zone: toZone({ relation: 'free', cell }), label: null }
}

/** Whether a cell looks like a label: of a field of the schema, of the vocabulary, or by its colon. */
export function looksLikeLabel({
  search,
  cell,
}: {
  search: Search
  cell: Segment
}): 'named' | 'known' | 'colon' | 'no' {
  if ((search.runs.bySegment.get(cell) ?? 0) >= 0.7) return 'named'
  if (/[:：]$/.test(cell.text)) return 'colon'
  const key = toTextKey(cell.text)
  return labelsIn(cell).some(({ text }) => toTextKey(text) === key) ? 'known' : 'no'
}
