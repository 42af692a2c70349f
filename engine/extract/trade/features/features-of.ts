import { isStrip } from '@/engine/extract/layout/print'
import { labelsOn } from '@/engine/extract/paper/find-labels'
import type { Paper } from '@/engine/extract/paper/paper'
import { hashFeatures } from '@/engine/extract/ranking/hash'
import type { CandidateType } from '@/engine/extract/schema/trade-fields'
import { memoizeByRef } from '@/engine/extract/vocabulary/memoize-by-ref'
import type { Candidate } from '../candidates/candidate'
import { describeAmounts } from './amount-features'
import { describeNames } from './name-features'
import { addPlace, type ToDescribe } from './place-features'

type OfType = { paper: Paper; type: CandidateType; candidates: Candidate[] }

/** The features of a paper's candidates of one type, as places in the feature table. */
export function featuresOf({ paper, type, candidates }: OfType): Int32Array[] {
  const describeOwn = describerOf({ paper, type, candidates })
  return candidates.map((candidate, at) =>
    hashFeatures((features) => {
      addPlace({ features, paper, candidate })
      for (const trait of candidate.traits) features.add(trait)
      describeOwn({ features, paper, candidate, at })
    }),
  )
}

function describerOf({ paper, type, candidates }: OfType): (one: ToDescribe & { at: number }) => void {
  if (type === 'amount') return describeAmounts(candidates)
  return type === 'name' ? describeNames({ paper, candidates }) : describeOrder(candidates)
}

/** Which of its type it is from the top, how often it is printed, and where its value lies among the others. */
function describeOrder(candidates: Candidate[]) {
  const counts = new Map<string, number>()
  for (const { key } of candidates) counts.set(key, (counts.get(key) ?? 0) + 1)
  const distinct = new Map([...counts.keys()].map((key, at) => [key, at]))
  const sorted = [...distinct.keys()].sort()
  return ({ features, candidate: { key }, at }: ToDescribe & { at: number }): void => {
    features.add('order:', Math.min(at, 8))
    features.add('distinct:', Math.min(distinct.size, 6))
    features.add('nth-value:', Math.min(distinct.get(key) ?? 0, 6))
    features.add('count:', Math.min(counts.get(key) ?? 0, 4))
    features.add('earliest:', sorted[0] === key)
    features.add('latest:', sorted.at(-1) === key)
  }
}

type OfNothing = { paper: Paper; concepts: string[]; candidates: Candidate[] }

/** What tells whether a field is printed at all: its labels, and how many candidates there are. */
export function featuresOfNothing({ paper, concepts, candidates }: OfNothing): Int32Array {
  const named = conceptsOn(paper)
  const [first] = paper.pages
  const values = new Set(candidates.map(({ key }) => key)).size
  return hashFeatures((features) => {
    features.add('nothing')
    features.add('nothing:strip:', first !== undefined && isStrip(first))
    features.add('nothing:values:', Math.min(values, 12))
    features.add('nothing:lines:', Math.min(Math.floor(paper.lines.length / 8), 10))
    for (const concept of concepts) features.add('nothing:', concept, ':', named.has(concept))
  })
}

/** All that the labels of a paper name. */
const conceptsOn = memoizeByRef(
  ({ pages }: Paper) =>
    new Set(pages.flatMap((page) => [...labelsOn(page).values()].flat().flatMap(({ concepts }) => concepts))),
)
