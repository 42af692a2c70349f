import { bottomOf, rightOf } from '@/engine/extract/layout/box'
import { splitCell, surroundingsOf } from '@/engine/extract/layout/surroundings'
import { conceptsOf } from '@/engine/extract/paper/concepts'
import type { FeatureList } from '@/engine/extract/ranking/hash'
import type { Candidate } from '../candidates/candidate'

/** What the figures of a paper prove about one another is only tried among so many. */
const mostFigures = 70
const cent = 0.0051

type Figure = { value: number; cents: number }

/** Rank, repetition and arithmetic of each amount among all of them. */
export function describeAmounts(
  candidates: Candidate[],
): (one: { features: FeatureList; at: number }) => void {
  const figures = listFigures(candidates)
  const isPrinted = new Set(figures.map(({ cents }) => cents))
  const has = (value: number) => isPrinted.has(Math.round(value * 100))
  const ranks = new Map(figures.map(({ cents }, rank) => [cents, rank]))
  const sizes = groupBy({ candidates, keysOf: ({ key }) => [key.replace('-', '')] })
  const rows = groupBy({ candidates, keysOf: ({ line }) => [line] })
  const proofs = new Map<number, string[]>()
  const sums = columnSums(candidates)
  const last = candidates.length - 1
  const labelled = orderByConcept(candidates)
  return ({ features, at }) => {
    const candidate = candidates[at]
    if (!candidate) return
    const value = Math.abs(Number(candidate.value))
    const cents = Math.round(value * 100)
    const proved = proofs.get(cents) ?? prove({ value, figures, has })
    proofs.set(cents, proved)
    const rank = ranks.get(cents) ?? mostFigures
    const count = sizes.get(candidate.key.replace('-', ''))?.length ?? 1
    const row = rows.get(candidate.line) ?? []
    const labels = labelled.get(candidate) ?? []
    features.add('rank:', Math.min(rank, 8))
    features.add('count:', Math.min(count, 5))
    features.add('rank-count:', Math.min(rank, 3), ':', Math.min(count, 3))
    features.add('from-end:', Math.min(last - at, 12))
    features.add('from-start:', Math.min(at, 6))
    const isLast = row.at(-1) === candidate
    features.add('in-row:', Math.min(row.length, 4), ':', isLast ? 'last' : row.indexOf(candidate))
    features.add('five-cents:', cents % 5 === 0)
    features.add('zero:', cents === 0)
    features.add(
      'twin:',
      figures.some((one) => one.cents !== cents && Math.abs(one.cents - cents) < 5),
    )
    features.add('column-sum:', sums.has(candidate))
    for (const label of labels) features.add(label)
    for (const label of labels) features.add(label, ':rank:', Math.min(rank, 3))
    for (const proof of proved) features.add(proof)
    for (const proof of proved) features.add(proof, ':rank:', Math.min(rank, 3))
    features.add('proofs:', proved.length)
  }
}

type Grouping<Key> = { candidates: Candidate[]; keysOf: (candidate: Candidate) => Iterable<Key> }

function groupBy<Key>({ candidates, keysOf }: Grouping<Key>): Map<Key, Candidate[]> {
  const groups = new Map<Key, Candidate[]>()
  for (const candidate of candidates)
    for (const key of keysOf(candidate)) {
      const group = groups.get(key)
      if (group) group.push(candidate)
      else groups.set(key, [candidate])
    }
  return groups
}

/** Of several amounts with labels of one concept, which one this is. */
function orderByConcept(candidates: Candidate[]): Map<Candidate, string[]> {
  const byConcept = groupBy({ candidates, keysOf: (candidate) => new Set(labelOf(candidate)) })
  const found = new Map<Candidate, string[]>()
  for (const [concept, all] of byConcept)
    for (const [at, candidate] of all.entries()) {
      const place = all.length === 1 ? 'only' : at === all.length - 1 ? 'last' : at === 0 ? 'first' : 'middle'
      found.set(candidate, [...(found.get(candidate) ?? []), `of:${concept}:${place}`])
    }
  return found
}

/** What the label before an amount, or beside it, wholly names. */
function labelOf({ segment, words }: Candidate): string[] {
  const { before } = splitCell({ segment, words })
  const [left] = before.length > 0 ? [] : surroundingsOf(segment).left
  const label = left ? { words: left.words, segment: left } : { words: before, segment }
  return conceptsOf(label).flatMap(({ concept, isWhole }) => (isWhole ? [concept] : []))
}

function listFigures(candidates: Candidate[]): Figure[] {
  const cents = new Set(candidates.map(({ value }) => Math.round(Math.abs(Number(value)) * 100)))
  return [...cents]
    .filter((one) => one > 0)
    .sort((a, b) => b - a)
    .slice(0, mostFigures)
    .map((one) => ({ value: one / 100, cents: one }))
}

/** Taxes on goods and services lie between these shares of the net amount. */
const leastTax = 0.025
const mostTax = 0.28

function isTax(share: number): boolean {
  return share >= leastTax && share <= mostTax
}

/** Which sums and differences of printed figures a value is part of. */
function prove(given: { value: number; figures: Figure[]; has: (value: number) => boolean }): string[] {
  const { value, figures, has } = given
  const proofs = new Set<string>()
  if (value === 0) return []
  for (const other of figures) {
    if (Math.abs(other.value - value) < cent) continue
    const share = other.value / value
    if (other.value < value && has(value - other.value)) {
      const rest = value - other.value
      const smaller = Math.min(rest, other.value) / Math.max(rest, other.value)
      proofs.add(isTax(smaller) ? 'gross-of' : 'sum-of')
    }
    if (has(value + other.value))
      proofs.add(isTax(share) ? 'net-of' : isTax(1 / share) ? 'tax-of' : 'part-of')
    if (other.value > value && has(other.value - value)) proofs.add('paid-with')
  }
  return [...proofs]
}

/** Sums of longer lists are not looked for. */
const mostInColumns = 300

/** The amounts that what stands above them in their column comes to. */
function columnSums(candidates: Candidate[]): Set<Candidate> {
  const found = new Set<Candidate>()
  const ends = candidates.flatMap(({ words, segment: { page }, value }) => {
    const box = words.at(-1)?.box
    return box ? [{ page, top: box.y, bottom: bottomOf(box), right: rightOf(box), value: Number(value) }] : []
  })
  for (const [index, candidate] of candidates.slice(0, mostInColumns).entries()) {
    const end = ends[index]
    if (!end) continue
    const { page, top, right, value } = end
    const above = ends.filter(
      (other) =>
        other.page === page &&
        other.bottom <= top + 1 &&
        Math.abs(other.right - right) < page.lineHeight * 0.9,
    )
    let sum = 0
    for (const [at, one] of above.reverse().entries()) {
      sum += one.value
      if (at >= 1 && Math.abs(sum - value) < cent) found.add(candidate)
    }
  }
  return found
}
