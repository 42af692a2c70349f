import { isStrip } from '@/engine/extract/layout/print'
import { labelsOn } from '@/engine/extract/paper/find-labels'
import type { Paper } from '@/engine/extract/paper/paper'
import { type Features, toPlaces } from '@/engine/extract/ranking/hash'
import type { CandidateType } from '@/engine/extract/schema/trade-fields'
import { memoizeByRef } from '@/engine/extract/vocabulary/memoize-by-ref'
import type { Candidate } from '../candidates/candidate'
import { featuresOfAmounts } from './amount-features'
import { featuresOfNames } from './name-features'
import { featuresOfPlace } from './place-features'

type Given = { paper: Paper; type: CandidateType; candidates: Candidate[] }

/**
 * The features of a paper's candidates of one type, as places in the feature table.
 * @returns one array of places for each candidate, each place once
 */
export function featuresOf(given: Given): Int32Array[] {
  const own = ownFeatures(given)
  return given.candidates.map((candidate, at) => {
    const place = featuresOfPlace({ paper: given.paper, candidate })
    return toPlaces([...place, ...candidate.traits, ...(own[at] ?? [])])
  })
}

function ownFeatures({ paper, type, candidates }: Given): Features[] {
  if (type === 'amount') return featuresOfAmounts(candidates)
  if (type === 'name') return featuresOfNames({ paper, candidates })
  return featuresOfOrder(candidates)
}

/** Which of its type it is from the top, how often it is printed, and where its value lies among the others. */
function featuresOfOrder(candidates: Candidate[]): Features[] {
  const counts = new Map<string, number>()
  for (const { key } of candidates) counts.set(key, (counts.get(key) ?? 0) + 1)
  const distinct = new Map([...counts.keys()].map((key, at) => [key, at]))
  const sorted = [...distinct.keys()].sort()
  return candidates.map(({ key }, at) => [
    `order:${Math.min(at, 8)}`,
    `distinct:${Math.min(distinct.size, 6)}`,
    `nth-value:${Math.min(distinct.get(key) ?? 0, 6)}`,
    `count:${Math.min(counts.get(key) ?? 0, 4)}`,
    `earliest:${sorted[0] === key}`,
    `latest:${sorted.at(-1) === key}`,
  ])
}

/** What tells whether a field is printed at all: its labels, and how many candidates there are. */
export function featuresOfNothing({
  paper,
  concepts,
  candidates,
}: Omit<Given, 'type'> & { concepts: string[] }): Int32Array {
  const named = conceptsOn(paper)
  const [first] = paper.pages
  const values = new Set(candidates.map(({ key }) => key)).size
  return toPlaces([
    'nothing',
    `nothing:strip:${first !== undefined && isStrip(first)}`,
    `nothing:values:${Math.min(values, 12)}`,
    `nothing:lines:${Math.min(Math.floor(paper.lines.length / 8), 10)}`,
    ...concepts.map((concept) => `nothing:${concept}:${named.has(concept)}`),
  ])
}

/** All that the labels of a paper name. */
const conceptsOn = memoizeByRef(
  ({ pages }: Paper) =>
    new Set(pages.flatMap((page) => [...labelsOn(page).values()].flat().flatMap(({ concepts }) => concepts))),
)
