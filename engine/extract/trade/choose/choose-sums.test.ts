import { describe, expect, it } from 'vitest'
import { toPaper } from '@/engine/extract/paper/paper'
import type { FieldName } from '@/engine/extract/schema/trade-fields'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import type { Candidate } from '../candidates/candidate'
import { collectCandidates } from '../candidates/collect-candidates'
import { chooseSums } from './choose-sums'
import type { Ranking } from './rank-field'

const [model] = collectCandidates({ paper: toPaper(pageOfText('8.60')), type: 'amount' })

function amount(value: number): Candidate {
  if (!model) throw new Error('There is one.')
  return { ...model, value, key: value.toFixed(2) }
}

type Shares = { [field in FieldName]?: [value: number, share: number][] }

/** Chooses from shares given by field; what is left of one is that of nothing. */
function choose({ shares, named = [] }: { shares: Shares; named?: FieldName[] }) {
  const { values, isProven } = chooseSums((field): Ranking => {
    const choices = (shares[field] ?? []).map(([value, share]) => ({
      candidate: amount(value),
      share,
      isNamed: named.includes(field),
    }))
    return { choices, nothing: 1 - choices.reduce((sum, { share }) => sum + share, 0) }
  })
  return {
    isProven,
    values: Object.fromEntries([...values].map(([field, { candidate }]) => [field, candidate.value])),
  }
}

describe('net, tax and total', () => {
  it('that come out are chosen before likelier ones that do not', () => {
    const shares: Shares = {
      subtotal: [[100, 0.9]],
      tax: [[19, 0.9]],
      total: [
        [120, 0.5],
        [119, 0.45],
      ],
    }
    expect(choose({ shares })).toEqual({ isProven: true, values: { subtotal: 100, tax: 19, total: 119 } })
  })

  it('that do not come out are not proven', () => {
    const shares: Shares = { subtotal: [[100, 0.99]], tax: [[19, 0.99]], total: [[140, 0.99]] }
    expect(choose({ shares }).isProven).toBe(false)
  })

  it('come out with what is added and taken off', () => {
    const shares: Shares = {
      subtotal: [[100, 0.9]],
      tax: [[19, 0.9]],
      total: [
        [120, 0.6],
        [114, 0.3],
      ],
      shipping: [[5, 0.9]],
      discount: [[10, 0.9]],
    }
    expect(choose({ shares })).toEqual({ isProven: true, values: { subtotal: 100, tax: 19, total: 114 } })
  })

  it('of prices with their tax inside are as they are printed', () => {
    const shares: Shares = {
      subtotal: [[119, 0.9]],
      tax: [[19, 0.9]],
      total: [
        [130, 0.5],
        [119, 0.45],
      ],
    }
    expect(choose({ shares }).values).toEqual({ subtotal: 119, tax: 19, total: 119 })
  })

  it('of a credit note come out below nothing', () => {
    const shares: Shares = {
      subtotal: [[-100, 0.9]],
      tax: [[-19, 0.9]],
      total: [
        [-119, 0.5],
        [119, 0.5],
      ],
    }
    expect(choose({ shares }).values).toEqual({ subtotal: -100, tax: -19, total: -119 })
  })
})

describe('a total', () => {
  it('stands alone where nothing else is printed', () => {
    expect(choose({ shares: { total: [[8.6, 0.9]] } })).toEqual({ isProven: false, values: { total: 8.6 } })
  })

  it('that is less likely than none is left out', () => {
    expect(choose({ shares: { total: [[8.6, 0.3]] } }).values).toEqual({})
  })

  it('that its own label names is printed, however unlikely it looks', () => {
    expect(choose({ shares: { total: [[8.6, 0.3]] }, named: ['total'] }).values).toEqual({ total: 8.6 })
  })

  it('is not the tax that exceeds it', () => {
    const shares: Shares = { tax: [[20, 0.65]], total: [[8.6, 0.9]] }
    expect(choose({ shares }).values).toEqual({ total: 8.6 })
  })
})
