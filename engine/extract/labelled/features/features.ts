import { bottomOf } from '@/engine/extract/layout/box'
import type { Segment } from '@/engine/extract/layout/layout'
import { lineOf, surroundingsOf } from '@/engine/extract/layout/surroundings'
import { hashFeatures } from '@/engine/extract/ranking/hash'
import type { ValueField } from '@/engine/extract/schema/schema-field'
import { readKind } from '@/engine/extract/values/read-kind'
import { isDistinctive } from '@/engine/extract/vocabulary/tokens'
import { type Candidate, looksLikeLabel, type Search } from '../search/collect'
import type { LabelMatch } from '../search/label-runs'
import { valueFeatures } from './value-features'

type Given = { search: Search; field: ValueField; candidates: Candidate[] }

/** The features of a field's candidates, as places in the feature table. */
export function featuresOf({ search, field, candidates }: Given): Int32Array[] {
  const context = contextOf({ search, field })
  const keys = new Map<string, number>()
  for (const { key } of candidates) keys.set(key, (keys.get(key) ?? 0) + 1)
  return candidates.map((candidate) => {
    const features = [
      ...labelFeatures({ ...context, candidate }),
      ...placeFeatures({ ...context, candidate }),
      ...valueFeatures({ ...context, candidate }),
      `same:${Math.min(4, keys.get(candidate.key) ?? 1)}`,
    ]
    const { relation } = candidate.zone
    const score = candidate.label ? step({ of: candidate.label.match.score, steps: 5 }) : 'free'
    return hashFeatures((list) => {
      for (const feature of features) list.add(feature)
      for (const feature of features) list.add(context.kind, '|', feature)
      list.add(relation, '|', score, '|', candidate.read.cut)
    })
  })
}

type Context = {
  search: Search
  field: ValueField
  kind: string
  best: number
  second: number
  matches: LabelMatch[]
}

function contextOf({ search, field }: { search: Search; field: ValueField }): Context {
  const matches = search.runs.byField.get(field) ?? []
  const [first, second] = matches
  return {
    search,
    field,
    kind: kindOf(field),
    best: first?.match.score ?? 0,
    second: second?.match.score ?? 0,
    matches,
  }
}

const groups: { [kind: string]: string } = {
  'date-time': 'date',
  email: 'form',
  uri: 'form',
  iban: 'form',
  integer: 'number',
  percentage: 'number',
  title: 'text',
}

function kindOf({ kind }: ValueField): string {
  return groups[kind] ?? kind
}

function labelFeatures({
  search,
  field,
  best,
  second,
  candidate,
}: Context & { candidate: Candidate }): string[] {
  const { label, zone } = candidate
  if (!label) {
    const missing = field.phrases[0]?.tokens ?? []
    const { side, hasRivals } = search.owners.ownerOf({ label: zone.cell, field, missing })
    const bucket = step({ of: best, steps: 5 })
    return [
      'label:none',
      `label:none:best:${bucket}`,
      `label:none:${side}:${hasRivals}:${field.path.length > 1}`,
    ]
  }
  const { match, run } = label
  const missing = match.missing.filter(isDistinctive)
  const rival = rivalOf({ search, field, label })
  const owner = search.owners.ownerOf({ label: run.segment, field, missing: match.missing })
  const isNested = field.path.length > 1
  const fit = `${step({ of: match.precision, steps: 4 })}:${step({ of: match.recall, steps: 4 })}`
  const own = `${owner.side}:${owner.hasRivals}`
  return [
    `score:${step({ of: match.score, steps: 10 })}`,
    `exact:${match.isExact}:${match.trust}`,
    `fit:${fit}`,
    `about:${step({ of: match.about, steps: 4 })}`,
    `behind:${step({ of: best - match.score, steps: 12 })}`,
    `ahead:${match.score >= best ? step({ of: best - second, steps: 8 }) : 'not'}`,
    `rival:${step({ of: match.score - rival, steps: 8 })}:${rival > 0}`,
    `extra:${Math.min(4, match.extra.length)}`,
    `missing:${Math.min(3, missing.length)}`,
    `missing:${Math.min(3, missing.length)}:${own}`,
    `exact:${match.isExact}:${own}`,
    ...match.extra.slice(0, 3).map((word) => `xt:${word}`),
    ...match.missing.slice(0, 3).map((word) => `mt:${word}`),
    ...(match.extra.length <= 2 && missing.length <= 2
      ? match.extra.flatMap((word) => missing.map((other) => `pair:${word}:${other}`))
      : []),
    `keys:${run.words.key.slice(0, 24)}:${(field.phrases[0]?.key ?? '').slice(0, 24)}`,
    `owner:${isNested}:${own}`,
    `owner:${own}:${Math.min(4, Math.floor(owner.distance / 4))}`,
    `colon:${run.isColon}:${zone.relation}`,
    `lead:${run.start > 0}:${zone.relation}`,
    `words:${run.end - run.start}`,
    `caps:${run.segment.text === run.segment.text.toUpperCase()}`,
  ]
}

/** The best score of another field for words of the same label. */
function rivalOf({ search, field, label }: { search: Search; field: ValueField; label: LabelMatch }): number {
  let best = 0
  for (const [other, matches] of search.runs.byField) {
    if (other === field) continue
    for (const { run, match } of matches)
      if (
        run.segment === label.run.segment &&
        run.start < label.run.end &&
        run.end > label.run.start &&
        match.score > best
      )
        best = match.score
  }
  return best
}

function placeFeatures({ search, field, candidate }: Context & { candidate: Candidate }): string[] {
  const { zone, label, read } = candidate
  const { relation, cell } = zone
  const { page } = cell
  const isTaken = read.words.some((word) => search.taken.has(word))
  const base = [
    `rel:${relation}`,
    `rel:${relation}:${read.cut}`,
    `taken:${isTaken}`,
    `page:${Math.min(2, search.paper.pages.indexOf(page))}:${Math.floor((4 * cell.box.y) / page.height)}`,
  ]
  if (!label) return [...base, `tall:${step({ of: cell.box.height / page.lineHeight - 1, steps: 4 })}`]
  const own = label.run.segment
  const around = surroundingsOf(own)
  const ofCell = surroundingsOf(cell)
  const right = stateOf({ search, field, cell: around.right })
  const below = stateOf({ search, field, cell: around.below })
  const cellIs = cell === own ? 'self' : looksLikeLabel({ search, cell })
  const left = ofCell.left[0]
  const above = ofCell.above[0]
  const leftIs = left && left !== own ? looksLikeLabel({ search, cell: left }) : 'none'
  const aboveIs = above && above !== own ? looksLikeLabel({ search, cell: above }) : 'none'
  return [
    ...base,
    `gap:${relation}:${Math.min(8, Math.max(-1, Math.round(zone.gap * (relation.startsWith('below') ? 4 : 0.5))))}`,
    `joint:${zone.joint}`,
    `cell:${relation}:${cellIs}`,
    `cell:${relation}:colon:${/\p{L}[:：]/u.test(cell === own ? '' : cell.text)}`,
    `around:${relation}:${right}:${below}`,
    `own:${relation}:${leftIs}:${aboveIs}`,
    `row:${relation}:${rowOf({ search, cell: own })}`,
    `column:${relation}:${columnOf({ search, cell: own })}`,
    `label taken:${own.words.some((word) => search.taken.has(word))}:${relation}`,
    `aligned:${relation}:${Math.abs(own.box.x - cell.box.x) < page.lineHeight * 0.5}`,
    `run:${relation}:${runBelow({ search, field, cell })}`,
    `size:${relation}:${Math.round(4 * Math.log2(cell.box.height / own.box.height))}`,
  ]
}

function stateOf({
  search,
  field,
  cell,
}: {
  search: Search
  field: ValueField
  cell: Segment | null
}): string {
  if (!cell) return 'none'
  const label = looksLikeLabel({ search, cell })
  if (label !== 'no') return 'label'
  return readKind({ field, words: cell.words.slice(0, 12), context: search.paper.context }) ? 'fits' : 'other'
}

/** How many of the other cells of a line look like labels. */
function rowOf({ search, cell }: { search: Search; cell: Segment }): string {
  const others = lineOf(cell)
  const labels = others.filter((one) => one !== cell && looksLikeLabel({ search, cell: one }) !== 'no').length
  return `${Math.min(4, others.length - 1)}:${Math.min(3, labels)}`
}

function columnOf({ search, cell }: { search: Search; cell: Segment }): string {
  const { above, below } = surroundingsOf(cell)
  const [over] = above
  const is = (one: Segment | null | undefined) =>
    one ? (looksLikeLabel({ search, cell: one }) === 'no' ? 'n' : 'y') : '-'
  return `${is(over)}${is(below)}`
}

/** How many cells below one another are of the field's kind, as in a column of a table. */
function runBelow({ search, field, cell }: { search: Search; field: ValueField; cell: Segment }): number {
  let count = 0
  let at = surroundingsOf(cell).below
  let upper = cell
  while (at && count < 3 && at.box.y - bottomOf(upper.box) < 2 * cell.page.lineHeight) {
    if (!readKind({ field, words: at.words.slice(0, 8), context: search.paper.context })) break
    count += 1
    upper = at
    at = surroundingsOf(at).below
  }
  return count
}

/** What tells whether a field is printed at all. */
export function featuresOfNothing({ search, field, candidates }: Given): Int32Array {
  const { best, second, kind, matches } = contextOf({ search, field })
  const [first] = matches
  const ofBest = candidates.filter(({ label }) => label && label.match.score >= best).length
  const score = step({ of: best, steps: 10 })
  const features = [
    'nothing',
    `best:${score}`,
    `best:${score}:${ofBest > 0}`,
    `exact:${first?.match.isExact}:${first?.run.isColon}:${ofBest > 0}`,
    `ahead:${step({ of: best - second, steps: 5 })}`,
    `of best:${Math.min(4, ofBest)}`,
    `all:${Math.min(6, Math.ceil(candidates.length / 5))}`,
    `nested:${field.path.length > 1}`,
    `described:${field.description !== ''}`,
    `fields:${Math.min(6, Math.floor(search.fields.length / 4))}`,
  ]
  return hashFeatures((list) => {
    for (const feature of features) {
      list.add('no:', feature)
      list.add('no:', kind, '|', feature)
    }
  })
}

function step({ of, steps }: { of: number; steps: number }): number {
  return Math.max(-2, Math.min(steps, Math.floor(of * steps + 1e-6)))
}
