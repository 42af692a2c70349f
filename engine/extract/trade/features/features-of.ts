import { isStrip } from '@/engine/extract/layout/print'
import type { Paper } from '@/engine/extract/paper/paper'
import { featureCount, placeOfFeature } from '@/engine/extract/ranking/hash'
import type { CandidateType } from '@/engine/extract/schema/trade-fields'
import type { Candidate } from '../candidates/candidate'
import { featuresOfAmounts } from './amount-features'
import { featuresOfNames } from './name-features'
import { featuresOfPlace } from './place-features'

/**
 * The features of a paper's candidates of one type, as places in the feature table.
 * @returns one array of places for each candidate, each place once
 */
export function featuresOf(input: {
  paper: Paper
  type: CandidateType
  candidates: Candidate[]
}): Int32Array[] {
  const own = ownFeatures(input)
  return input.candidates.map((candidate, at) => {
    const place = featuresOfPlace({ paper: input.paper, candidate })
    return toPlaces([...place, ...candidate.traits, ...(own[at] ?? [])])
  })
}

function ownFeatures({
  paper,
  type,
  candidates,
}: {
  paper: Paper
  type: CandidateType
  candidates: Candidate[]
}): string[][] {
  if (type === 'amount') return featuresOfAmounts({ paper, candidates })
  if (type === 'name') return featuresOfNames({ paper, candidates })
  return featuresOfOrder(candidates)
}

/** Which of its type it is from the top, how often it is printed, and where its value lies among the others. */
function featuresOfOrder(candidates: Candidate[]): string[][] {
  const keys = candidates.map(({ key }) => key)
  const distinct = [...new Set(keys)]
  const sorted = [...distinct].sort()
  return candidates.map(({ key }, at) => [
    `order:${Math.min(at, 8)}`,
    `distinct:${Math.min(distinct.length, 6)}`,
    `nth-value:${Math.min(distinct.indexOf(key), 6)}`,
    `count:${Math.min(keys.filter((one) => one === key).length, 4)}`,
    `earliest:${sorted[0] === key}`,
    `latest:${sorted.at(-1) === key}`,
  ])
}

/** Which list of places each place of the table was last put into. */
const lastSeen = new Uint32Array(featureCount)
let lists = 0

/** Each place once, in order of appearance. */
function toPlaces(features: string[]): Int32Array {
  lists = (lists + 1) >>> 0
  const places = new Int32Array(features.length)
  let count = 0
  for (const feature of features) {
    const place = placeOfFeature(feature)
    if (lastSeen[place] === lists) continue
    lastSeen[place] = lists
    places[count] = place
    count += 1
  }
  return places.slice(0, count)
}

/** What tells whether a field is printed at all: its labels, and how many candidates there are. */
export function featuresOfNothing({
  paper,
  concepts,
  candidates,
}: {
  paper: Paper
  concepts: string[]
  candidates: Candidate[]
}): Int32Array {
  const named = new Set([...paper.labels.values()].flat().flatMap((hit) => hit.concepts))
  const [first] = paper.layout.pages
  const values = new Set(candidates.map(({ key }) => key)).size
  return toPlaces([
    'nothing',
    `nothing:strip:${first !== undefined && isStrip(first)}`,
    `nothing:values:${Math.min(values, 12)}`,
    `nothing:lines:${Math.min(Math.floor(paper.layout.lines.length / 8), 10)}`,
    ...concepts.map((concept) => `nothing:${concept}:${named.has(concept)}`),
  ])
}
