import { expect, test } from 'vitest'
import { crossValidate } from './cross-validate'
import { foldCount, generatePapers } from './generated'
import { type PaperSamples, toSamples } from './samples'

const papers = [...generatePapers({ count: 16, firstSeed: 500 })].map((paper) =>
  toSamples({ paper, weight: 1 }),
)

function inFold({ paper, fold }: { paper: PaperSamples; fold: number }): PaperSamples {
  return { ...paper, paper: { ...paper.paper, fold } }
}

test('every paper is chosen on once, each field whose truth is known', () => {
  const predictions = crossValidate({ papers, epochs: 1, folds: foldCount })
  const known = papers.reduce((sum, { samples }) => sum + Object.keys(samples).length, 0)
  expect(predictions).toHaveLength(known)
})

test('papers are chosen on by weights that saw none of their fold', () => {
  const alone = papers.slice(0, 8).map((paper, at) => inFold({ paper, fold: at === 0 ? 0 : 1 }))
  const shares = (input: PaperSamples[]) =>
    crossValidate({ papers: input, epochs: 1, folds: 1 }).map(({ outcome }) => outcome?.share)
  const [first, ...others] = alone
  if (!first) throw new Error('There are some.')
  // Other truths on the paper that is chosen on change nothing of what is chosen.
  expect(shares([withOtherTruth(first), ...others])).toEqual(shares(alone))
  expect(shares([first, ...others.map(withOtherTruth)])).not.toEqual(shares(alone))
})

function withOtherTruth({ paper, samples }: PaperSamples): PaperSamples {
  const others = Object.entries(samples).map(([field, sample]) => [
    field,
    { ...sample, isRight: sample.isRight.map((isRight) => !isRight), weight: 1 },
  ])
  return { paper, samples: Object.fromEntries(others) }
}

test('copies are fitted to and never chosen on, papers held out the other way round', () => {
  const [one] = papers
  if (!one) throw new Error('There are some.')
  const heldOut = { ...one, paper: { ...one.paper, source: 'held-out', fold: 0 } }
  const predictions = crossValidate({
    papers: papers.slice(1),
    copies: [inFold({ paper: { ...one, paper: { ...one.paper, source: 'copy' } }, fold: 1 })],
    heldOut: [heldOut],
    epochs: 1,
    folds: 1,
  })
  const sources = predictions.map(({ source }) => source)
  expect(sources).toContain('held-out')
  expect(sources).not.toContain('copy')
})

test('what is chosen where nothing is printed is wrong, and nothing chosen is right', () => {
  const predictions = crossValidate({ papers, epochs: 2, folds: 2 })
  for (const { truth, isRight, outcome } of predictions)
    if (truth === null) expect(isRight).toBe(outcome === null)
  expect(
    predictions
      .filter(({ outcome }) => outcome !== null)
      .every(({ isRight, outcome }) => outcome?.isRight === isRight),
  ).toBe(true)
})
