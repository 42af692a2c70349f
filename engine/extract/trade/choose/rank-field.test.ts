import { describe, expect, it } from 'vitest'
import { toPaper } from '@/engine/extract/paper/paper'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import { collectCandidates } from '../candidates/collect-candidates'
import { isNamedAs, rank, rankField } from './rank-field'

const paper = toPaper(pageOfText('Acme Ltd', 'Total  8.60', 'Paid  10.00', 'Paid  10.00'))
const candidates = collectCandidates({ paper, type: 'amount' })

/** Ranks the amounts of the page by scores given to each, and last to "not printed". */
function rankBy({ scores, field = 'total' }: { scores: number[]; field?: 'total' | 'supplier' }) {
  return rank({
    field,
    candidates,
    choices: scores.map((_, at) => Int32Array.of(at)),
    weights: Float32Array.from(scores),
    isNamed: ({ key }) => key === '8.60',
  })
}

describe('candidates', () => {
  it('that say the same are one choice with their shares together', () => {
    const { choices, nothing } = rankBy({ scores: [1, 1, 1, 1] })
    expect(choices.map(({ candidate, share }) => [candidate.key, share])).toEqual([
      ['10.00', 0.5],
      ['8.60', 0.25],
    ])
    expect(nothing).toBe(0.25)
  })

  it('of one value are told by the likelier of them', () => {
    const { choices } = rankBy({ scores: [0, 0, 3, 0] })
    expect(choices[0]?.candidate).toBe(candidates[2])
  })

  it('know whether their label is one of the field', () => {
    const { choices } = rankBy({ scores: [5, 1, 1, 1] })
    expect(choices.map(({ isNamed }) => isNamed)).toEqual([true, false])
  })

  it('of a field that is always printed are never passed over for nothing', () => {
    const { choices, nothing } = rankBy({ scores: [0, 0, 0, 50], field: 'supplier' })
    expect(nothing).toBe(0)
    expect(choices.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1)
  })
})

it('where there is nothing to choose from, nothing is certain', () => {
  const { choices, nothing } = rankField({ paper: toPaper(pageOfText('Acme Ltd')), field: 'total' })
  expect(choices).toEqual([])
  expect(nothing).toBe(1)
})

it('a label names what stands behind it, beside it or below it', () => {
  const named = (...lines: string[]) => {
    const laid = toPaper(pageOfText(...lines))
    const [candidate] = collectCandidates({ paper: laid, type: 'amount' })
    return candidate && isNamedAs({ candidate, concepts: ['total', 'receipt_total'] })
  }
  expect(named('Total 8.60')).toBe(true)
  expect(named('Total     8.60')).toBe(true)
  expect(named('Total', '8.60')).toBe(true)
  expect(named('Paid 8.60', 'Total')).toBe(false)
})
