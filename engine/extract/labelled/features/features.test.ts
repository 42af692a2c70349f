import { describe, expect, it, vi } from 'vitest'
import { searchIn, text } from '@/tests/support/paper/labelled-search'
import { collectCandidates } from '../search/collect'
import { featuresOf, featuresOfNothing } from './features'

// The names of features themselves, in place of their places in the table of weights.
vi.mock('../../ranking/hash', () => import('@/tests/support/paper/feature-names'))

type Page = { lines: string[]; properties?: Record<string, unknown>; path?: string }

function told({ lines, properties = { order_number: { type: 'integer' } }, path = 'order_number' }: Page) {
  const { search, fieldOf } = searchIn(properties, ...lines)
  const field = fieldOf(path)
  const candidates = collectCandidates({ search, field })
  const features = featuresOf({ search, field, candidates }) as unknown as string[][]
  const of = (value: unknown) => {
    const at = candidates.findIndex(({ read }) => read.value === value)
    return (features[at] ?? []).filter((feature) => !feature.includes('|'))
  }
  const nothing = featuresOfNothing({ search, field, candidates }) as unknown as string[]
  return { of, nothing, all: features }
}
const has = (features: string[], ...expected: string[]) =>
  expect(features).toEqual(expect.arrayContaining(expected))

describe('what a label says of a value', () => {
  it('is how well it fits, how exactly, and what it has besides', () => {
    has(
      told({ lines: ['Order number: 4711'] }).of(4711),
      'score:10',
      'extra:0',
      'missing:0',
      'colon:true:inline',
      'words:2',
      'lead:false:inline',
      'caps:false',
    )
    has(told({ lines: ['2) ORDER NUMBER: 4711'] }).of(4711), 'lead:true:inline')
    has(told({ lines: ['ORDER NUMBER    4711'] }).of(4711), 'caps:true', 'colon:false:right')
  })

  it('is how far it is ahead of the next best, and behind the best', () => {
    const { of } = told({ lines: ['Order number: 4711', 'Order number: 12'] })
    has(of(4711), 'behind:0', 'ahead:0')
    has(told({ lines: ['Order number: 4711'] }).of(4711), 'behind:0')
  })

  it('is whether another field is named by the same words', () => {
    const properties = { order_number: { type: 'integer' }, order_number_of_buyer: { type: 'integer' } }
    const features = told({ lines: ['Order number: 4711'], properties }).of(4711)
    expect(features.find((feature) => feature.startsWith('rival:'))).toMatch(/:true$/)
    expect(
      told({ lines: ['Order number: 4711'] })
        .of(4711)
        .find((feature) => feature.startsWith('rival:')),
    ).toMatch(/:false$/)
  })
})

describe('what the place says of a value', () => {
  it('is its relation to the label, and how it was cut out', () => {
    const { of } = told({ lines: ['Order number    4711', '815'] })
    has(of(4711), 'rel:right', 'rel:right:kind', 'taken:false')
    has(of(815), 'rel:below', 'aligned:below:true')
    has(of(4711), 'aligned:right:false')
  })

  it('is the page and the quarter of it', () => {
    has(told({ lines: ['Order number: 4711'] }).of(4711), 'page:0:0')
    has(told({ lines: [...Array(30).fill(''), 'Order number: 4711'] }).of(4711), 'page:0:2')
  })

  it('is the gap, finer downwards than to the right', () => {
    const { of } = told({ lines: ['Order number    4711', '815'] })
    has(of(4711), 'gap:right:1')
    has(of(815), 'gap:below:2')
  })

  it('is what stands right of the label and below it', () => {
    has(told({ lines: ['Order number    4711', '815'] }).of(4711), 'around:right:fits:fits')
    has(told({ lines: ['Order number    4711', 'red'] }).of(4711), 'around:right:fits:other')
    has(told({ lines: ['Order number    4711', 'Colour: red'] }).of(4711), 'around:right:fits:other')
    has(told({ lines: ['Order number    4711', 'Colour:'] }).of(4711), 'around:right:fits:label')
    has(told({ lines: ['Order number    4711'] }).of(4711), 'around:right:fits:none')
  })

  it('is how many cells of its line look like labels', () => {
    has(told({ lines: ['Order number    4711    Colour:    red'] }).of(4711), 'row:right:3:1')
    has(told({ lines: ['Order number    4711'] }).of(4711), 'row:right:1:0')
  })

  it('is whether the cells above and below the label look like labels', () => {
    has(told({ lines: ['Colour:', 'Order number    4711', 'red'] }).of(4711), 'column:right:yn')
    has(told({ lines: ['Order number    4711'] }).of(4711), 'column:right:--')
  })

  it('is how many values of its kind follow below it, three at most', () => {
    const run = (...below: string[]) => told({ lines: ['Order number', '4711', ...below] }).of(4711)
    has(run(), 'run:below:0')
    has(run('12', '13'), 'run:below:2')
    has(run('12', '13', '14', '15'), 'run:below:3')
    has(run('12', 'red', '14'), 'run:below:1')
    has(run('', '', '', '12'), 'run:below:0')
  })
})

it('each feature is told again with the kind of the field, kinds of one form together', () => {
  const kinds = (schema: Record<string, unknown>, line: string) => {
    const { all } = told({ lines: [line], properties: { order_number: schema } })
    return new Set(all.flat().flatMap((feature) => /^(\w+)\|rel:/.exec(feature)?.[1] ?? []))
  }
  expect([...kinds({ type: 'integer' }, 'Order number: 4711')]).toEqual(['number'])
  expect([...kinds({ type: 'string', format: 'date-time' }, 'Order number: 01/02/2026 10:00')]).toEqual([
    'date',
  ])
  expect([...kinds({ type: 'string', format: 'email' }, 'Order number: ada@desk.example')]).toEqual(['form'])
})

it('a value that comes several times is told so, four times at most', () => {
  const count = (times: number) => told({ lines: Array(times).fill('Order number: 4711') }).of(4711)
  has(count(1), 'same:1')
  has(count(3), 'same:3')
  has(count(6), 'same:4')
})

describe('what says that a field is not printed at all', () => {
  it('is how well the best label fits, and whether a value stands by it', () => {
    const { nothing } = told({ lines: ['Order number: 4711'] })
    has(
      nothing,
      'no:nothing',
      'no:best:10',
      'no:best:10:true',
      'no:of best:1',
      'no:all:1',
      'no:nested:false',
      'no:fields:0',
    )
    has(told({ lines: ['Order number: red'] }).nothing, 'no:best:10:false', 'no:of best:0', 'no:all:0')
    has(told({ lines: ['red'] }).nothing, 'no:best:0')
  })

  it('is whether the field is a part of something, and described', () => {
    const properties = {
      order: { type: 'object', properties: { number: { type: 'integer', description: 'as printed' } } },
    }
    has(
      told({ lines: ['Order number: 4711'], properties, path: 'order.number' }).nothing,
      'no:nested:true',
      'no:described:true',
    )
  })
})

it('a title at the top of the page is told by its height', () => {
  const { of } = told({ lines: ['Delivery note'], properties: { title: text }, path: 'title' })
  has(of('Delivery note'), 'label:none', 'rel:free', 'tall:0')
})
