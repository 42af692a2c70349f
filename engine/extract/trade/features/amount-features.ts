import { bottomOf, rightOf } from '@/engine/extract/layout/box'
import { splitCell, surroundingsOf } from '@/engine/extract/layout/surroundings'
import { conceptsOf, type Paper } from '@/engine/extract/paper/paper'
import type { Candidate } from '../candidates/candidate'

/** What the figures of a paper prove about one another is only tried among so many. */
const mostFigures = 70
const cent = 0.0051

type Figure = { value: number; cents: number }

/** Rank, repetition and arithmetic of each amount among all of them; one list of features for each candidate. */
export function featuresOfAmounts({
  paper,
  candidates,
}: {
  paper: Paper
  candidates: Candidate[]
}): string[][] {
  const figures = listFigures(candidates)
  const isPrinted = new Set(figures.map(({ cents }) => cents))
  const has = (value: number) => isPrinted.has(Math.round(value * 100))
  const ranks = new Map(figures.map(({ cents }, rank) => [cents, rank]))
  const counts = countBy(candidates.map(({ key }) => key.replace('-', '')))
  const proofs = new Map<number, string[]>()
  const sums = columnSums({ paper, candidates })
  const last = candidates.length - 1
  const labelled = orderByConcept({ paper, candidates })
  return candidates.map((candidate, at) => {
    const value = Number(candidate.value)
    const cents = Math.round(Math.abs(value) * 100)
    const proved = proofs.get(cents) ?? prove({ value: Math.abs(value), figures, has })
    proofs.set(cents, proved)
    const rank = ranks.get(cents) ?? mostFigures
    const count = counts.get(candidate.key.replace('-', '')) ?? 1
    const inRow = candidates.filter(({ line }) => line === candidate.line)
    return [
      `rank:${Math.min(rank, 8)}`,
      `count:${Math.min(count, 5)}`,
      `rank-count:${Math.min(rank, 3)}:${Math.min(count, 3)}`,
      `from-end:${Math.min(last - at, 12)}`,
      `from-start:${Math.min(at, 6)}`,
      `in-row:${Math.min(inRow.length, 4)}:${inRow.at(-1) === candidate ? 'last' : inRow.indexOf(candidate)}`,
      `five-cents:${cents % 5 === 0}`,
      `zero:${cents === 0}`,
      `twin:${figures.some((one) => one.cents !== cents && Math.abs(one.cents - cents) < 5)}`,
      `column-sum:${sums.has(candidate)}`,
      ...(labelled.get(candidate) ?? []),
      ...(labelled.get(candidate) ?? []).map((label) => `${label}:rank:${Math.min(rank, 3)}`),
      ...proved,
      ...proved.map((proof) => `${proof}:rank:${Math.min(rank, 3)}`),
      `proofs:${proved.length}`,
    ]
  })
}

/** Of several amounts with labels of one concept, which one this is. */
function orderByConcept({
  paper,
  candidates,
}: {
  paper: Paper
  candidates: Candidate[]
}): Map<Candidate, string[]> {
  const byConcept = new Map<string, Candidate[]>()
  for (const candidate of candidates) {
    const { segment, words } = candidate
    const { before } = splitCell({ segment, words })
    const [left] = surroundingsOf({ layout: paper.layout, segment }).left
    const label =
      before.length > 0 ? { words: before, segment } : left ? { words: left.words, segment: left } : null
    const concepts = label ? conceptsOf({ ...label, paper }) : []
    for (const name of new Set(concepts.filter(({ isWhole }) => isWhole).map(({ concept }) => concept)))
      byConcept.set(name, [...(byConcept.get(name) ?? []), candidate])
  }
  const found = new Map<Candidate, string[]>()
  for (const [concept, all] of byConcept)
    for (const [at, candidate] of all.entries()) {
      const place = all.length === 1 ? 'only' : at === all.length - 1 ? 'last' : at === 0 ? 'first' : 'middle'
      found.set(candidate, [...(found.get(candidate) ?? []), `of:${concept}:${place}`])
    }
  return found
}

function listFigures(candidates: Candidate[]): Figure[] {
  const cents = new Set(candidates.map(({ value }) => Math.round(Math.abs(Number(value)) * 100)))
  return [...cents]
    .filter((one) => one > 0)
    .sort((a, b) => b - a)
    .slice(0, mostFigures)
    .map((one) => ({ value: one / 100, cents: one }))
}

function countBy(keys: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** Taxes on goods and services lie between these shares of the net amount. */
const leastTax = 0.025
const mostTax = 0.28

/** Which sums and differences of printed figures a value is part of. */
function prove({
  value,
  figures,
  has,
}: {
  value: number
  figures: Figure[]
  has: (value: number) => boolean
}): string[] {
  const proofs = new Set<string>()
  if (value === 0) return []
  for (const other of figures) {
    if (Math.abs(other.value - value) < cent) continue
    const share = other.value / value
    if (other.value < value && has(value - other.value)) {
      const rest = value - other.value
      const tax = Math.min(rest, other.value) / Math.max(rest, other.value)
      proofs.add(tax >= leastTax && tax <= mostTax ? 'gross-of' : 'sum-of')
    }
    if (has(value + other.value)) {
      if (share >= leastTax && share <= mostTax) proofs.add('net-of')
      else if (1 / share >= leastTax && 1 / share <= mostTax) proofs.add('tax-of')
      else proofs.add('part-of')
    }
    if (other.value > value && has(other.value - value)) proofs.add('paid-with')
  }
  return [...proofs]
}

/** The amounts that what stands above them in their column comes to. */
function columnSums({ paper, candidates }: { paper: Paper; candidates: Candidate[] }): Set<Candidate> {
  const found = new Set<Candidate>()
  for (const candidate of candidates.slice(0, 300)) {
    const page = paper.layout.pages[candidate.segment.pageIndex]
    const last = candidate.words.at(-1)
    if (!page || !last) continue
    const edge = rightOf(last.box)
    const above = candidates.filter((other) => {
      const end = other.words.at(-1)
      return (
        end !== undefined &&
        other.segment.pageIndex === candidate.segment.pageIndex &&
        bottomOf(end.box) <= last.box.y + 1 &&
        Math.abs(rightOf(end.box) - edge) < page.lineHeight * 0.9
      )
    })
    let sum = 0
    for (const [at, one] of above.reverse().entries()) {
      sum += Number(one.value)
      if (at >= 1 && Math.abs(sum - Number(candidate.value)) < cent) found.add(candidate)
    }
  }
  return found
}
