import { expect, it } from 'vitest'
import { searchIn, text } from '@/tests/support/paper/labelled-search'
import { assign } from './assign'
import type { Choice, Ranking } from './rank-candidates'
import { collectCandidates } from './search/collect'

const { search, fields, fieldOf } = searchIn(
  { buyer: text, seller: text, carrier: text },
  'Buyer: Ann',
  'Seller: Bo',
  'Carrier: Cy',
)
const candidateOf = (path: string) => {
  const [first] = collectCandidates({ search, field: fieldOf(path) })
  if (!first) throw new Error(`${path} has no candidate.`)
  return first
}
const [ann, bo] = [candidateOf('buyer'), candidateOf('seller')]

type Shares = { choices: [candidate: typeof ann, share: number][]; nothing: number }

function assigned(given: Record<string, Shares>) {
  const rankings = new Map(
    Object.entries(given).map(([path, { choices, nothing }]) => {
      const ranked = choices.map(([candidate, share]) => ({ candidate, share }) as Choice)
      return [fieldOf(path), { choices: ranked, nothing } as Ranking]
    }),
  )
  return Object.fromEntries(
    [...assign(rankings)].map(([field, { candidate, share }]) => [
      field.path.join('.'),
      [candidate.read.value, share],
    ]),
  )
}

it('each field gets its likeliest value', () => {
  expect(
    assigned({
      buyer: { choices: [[ann, 0.8]], nothing: 0.1 },
      seller: { choices: [[bo, 0.7]], nothing: 0.2 },
    }),
  ).toEqual({
    buyer: ['Ann', 0.8],
    seller: ['Bo', 0.7],
  })
})

it('a field for which nothing is likelier gets none', () => {
  expect(assigned({ buyer: { choices: [[ann, 0.4]], nothing: 0.5 } })).toEqual({})
  expect(assigned({ buyer: { choices: [[ann, 0.5]], nothing: 0.5 } })).toEqual({})
  expect(assigned({ buyer: { choices: [], nothing: 0.1 } })).toEqual({})
})

it('the surest goes first, and what it takes is gone for the others, whose other values grow', () => {
  expect(
    assigned({
      seller: {
        choices: [
          [ann, 0.6],
          [bo, 0.3],
        ],
        nothing: 0.1,
      },
      buyer: { choices: [[ann, 0.9]], nothing: 0.1 },
    }),
  ).toEqual({ buyer: ['Ann', 0.9], seller: ['Bo', expect.closeTo(0.75)] })
})

it('what grows may be nothing', () => {
  expect(
    assigned({
      seller: {
        choices: [
          [ann, 0.6],
          [bo, 0.15],
        ],
        nothing: 0.25,
      },
      buyer: { choices: [[ann, 0.9]], nothing: 0.1 },
    }),
  ).toEqual({ buyer: ['Ann', 0.9] })
})

it('a value that nobody took keeps its share', () => {
  expect(
    assigned({
      buyer: { choices: [[ann, 0.9]], nothing: 0.1 },
      carrier: { choices: [[bo, 0.45]], nothing: 0.4 },
    }),
  ).toEqual({ buyer: ['Ann', 0.9], carrier: ['Bo', 0.45] })
  expect(fields).toHaveLength(3)
})
