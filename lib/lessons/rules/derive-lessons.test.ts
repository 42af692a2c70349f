import { describe, expect, it } from 'vitest'
import { exampleOf, paperOf } from '@/tests/support/lessons/examples'
import { applyLessons } from './apply-lessons'
import { deriveLessons } from './derive-lessons'
import type { Example, Paper } from './paper'
import { findRelations } from './relations'

const orderPaper = (order: string, day: string) => [
  'ACME Tools',
  `Gestell ${day}`,
  '',
  `Vuestra ref.:        ${order}`,
  'Total             12,00',
]
const ordered = (id: string, order: string) =>
  exampleOf({
    id,
    answered: { purchase_order: null },
    truth: { purchase_order: order },
    lines: orderPaper(order, `${id}.03.2026`),
  })

const learn = (examples: Example[]) => deriveLessons(examples).filter(({ isActive }) => isActive)
const values = ({ examples, paper }: { examples: Example[]; paper: Paper }) =>
  Object.fromEntries(
    applyLessons({ lessons: learn(examples), relations: findRelations(examples), paper }).map(
      ({ lesson, value }) => [lesson.path, value],
    ),
  )

describe('a label', () => {
  const examples = [ordered('11', 'P-4711'), ordered('12', 'P-4799')]

  it('is learnt of two papers and read on the next, with its place', () => {
    const [lesson] = learn(examples)
    expect(lesson?.rule).toMatchObject({ kind: 'label', label: 'Vuestra ref.', side: 'right' })
    expect(lesson).toMatchObject({ tried: 2, right: 2, answeredRight: 0, madeFrom: ['11', '12'] })
    const paper = paperOf({ answered: { purchase_order: null }, lines: orderPaper('P-5000', '13.03.2026') })
    const [learnt] = applyLessons({ lessons: learn(examples), relations: [], paper })
    expect(learnt).toMatchObject({ value: 'P-5000', page: 1, text: 'P-5000' })
    expect(learnt?.certainty).toBeCloseTo(0.342, 3)
  })

  it('is only proposed by one paper of one person, and made by two people', () => {
    expect(learn(examples.slice(0, 1))).toEqual([])
    expect(deriveLessons(examples.slice(0, 1))).toHaveLength(1)
    const seen = { ...ordered('11', 'P-4711'), people: { purchase_order: ['ana', 'luis'] } }
    expect(learn([seen])).toHaveLength(1)
  })

  it('says nothing of a paper that lacks it or has something else there', () => {
    const answered = { purchase_order: null }
    const missing = paperOf({ answered, lines: ['ACME Tools', 'Total   12,00'] })
    expect(values({ examples, paper: missing })).toEqual({})
    const other = paperOf({ answered, lines: orderPaper('pending', '13.03.2026') })
    expect(values({ examples, paper: other })).toEqual({})
  })

  it('is not harmed by one wrong correction', () => {
    const wrong = { ...ordered('13', 'P-4800'), truth: { purchase_order: '13.03.2026' } }
    const paper = paperOf({ answered: { purchase_order: null }, lines: orderPaper('P-5000', '14.03.2026') })
    expect(values({ examples: [...examples, wrong], paper })).toEqual({ purchase_order: 'P-5000' })
  })
})

describe('what one correction says alone', () => {
  it('changes nothing where the service is right', () => {
    const right = ['21', '22', '23', '24'].map((id) =>
      exampleOf({
        id,
        answered: { number: `F-${id}` },
        truth: { number: `F-${id}` },
        lines: [`Factura F-${id}`, `Cliente C-${id}`],
      }),
    )
    const wrong = exampleOf({
      id: '25',
      answered: { number: 'F-25' },
      truth: { number: 'C-25' },
      lines: ['Factura F-25', 'Cliente C-25'],
    })
    expect(learn([...right, wrong])).toEqual([])
  })
})

describe('other rules', () => {
  it('a name is replaced by the one people want', () => {
    const named = (id: string) =>
      exampleOf({ id, answered: { supplier: 'ACME TOOLS, S.A.' }, truth: { supplier: 'Acme (Norte)' } })
    const paper = paperOf({ answered: { supplier: 'Acme Tools S.A.' } })
    expect(values({ examples: [named('1'), named('2')], paper })).toEqual({ supplier: 'Acme (Norte)' })
    const other = paperOf({ answered: { supplier: 'Other Ltd' } })
    expect(values({ examples: [named('1'), named('2')], paper: other })).toEqual({})
  })

  it.each([
    ['number', '102035', 'RE-30993'],
    ['number', 'F 102035', 'F 102036'],
    ['total', '990 CLP', '1.990 CLP'],
    ['date', '04.03.2026', '2026-03-04'],
  ])('a %s corrected alike on two copies of a paper is no name for another (%s)', (path, answered, to) => {
    const copy = (id: string) => exampleOf({ id, answered: { [path]: answered }, truth: { [path]: to } })
    const rules = deriveLessons([copy('1'), copy('2')]).map(({ rule }) => rule.kind)
    expect(rules).not.toContain('alias')
  })

  it('a name with figures in it is a name', () => {
    const named = (id: string) =>
      exampleOf({ id, answered: { supplier: 'Ng Trading' }, truth: { supplier: '43 Albergo S.n.c.' } })
    const paper = paperOf({ answered: { supplier: 'NG TRADING' } })
    expect(values({ examples: [named('1'), named('2')], paper })).toEqual({ supplier: '43 Albergo S.n.c.' })
  })

  it('the order of a date is turned where it can be turned', () => {
    const dated = (id: string, answered: string, truth: string) =>
      exampleOf({ id, answered: { date: answered }, truth: { date: truth } })
    const examples = [
      dated('1', '2026-04-03', '2026-03-04'),
      dated('2', '2026-06-05', '2026-05-06'),
      dated('3', '2026-05-25', '2026-05-25'),
    ]
    const next = (date: string) => values({ examples, paper: paperOf({ answered: { date } }) })
    expect(next('2026-08-07')).toEqual({ date: '2026-07-08' })
    expect(next('2026-08-17')).toEqual({})
  })

  it('a word that is the same on all papers is put where none was read; a number never', () => {
    const priced = (id: string) =>
      exampleOf({
        id,
        answered: { currency: null, total: null, number: null },
        truth: { currency: 'CLP', total: 990, number: 'A1' },
      })
    const examples = [priced('1'), priced('2'), priced('3')]
    const paper = paperOf({ answered: { currency: null, total: null, number: null } })
    expect(values({ examples, paper })).toEqual({ currency: 'CLP' })
    const dollars = ['4', '5'].map((id) =>
      exampleOf({ id, answered: { currency: 'USD' }, truth: { currency: 'USD' } }),
    )
    const mixed = [...examples, ...dollars]
    expect(values({ examples: mixed, paper })).toEqual({})
  })

  it('what is in a place without a label is read there, moved with the words around it', () => {
    const placed = (order: string, above: string[]) => [
      ...above,
      'ACME   Tools',
      '',
      `${' '.repeat(40)}${order}`,
      'Gracias por su compra',
    ]
    const examples = [
      exampleOf({
        id: '1',
        answered: { order: null },
        truth: { order: 'ABC 12' },
        lines: placed('ABC 12', []),
      }),
      exampleOf({
        id: '2',
        answered: { order: null },
        truth: { order: 'XYZ 34' },
        lines: placed('XYZ 34', ['', '']),
      }),
    ]
    expect(learn(examples)[0]?.rule.kind).toBe('place')
    const paper = paperOf({ answered: { order: null }, lines: placed('QRS 56', ['', '', '', '']) })
    expect(values({ examples, paper })).toEqual({ order: 'QRS 56' })
  })
})

describe('amounts', () => {
  const sums = (id: string, net: number, tax: number) =>
    exampleOf({
      id,
      answered: { net, tax, total: net },
      truth: { net, tax, total: net + tax },
      lines: [`Neto  ${net}`, `IVA  ${tax}`, `A pagar  ${net + tax}`],
    })
  const examples = [sums('1', 100, 19), sums('2', 200, 38), sums('3', 300, 57)]

  it('that add up on every paper are taken', () => {
    const lines = ['Neto  400', 'IVA  76', 'A pagar  476']
    const paper = paperOf({ answered: { net: 400, tax: 76, total: 400 }, lines })
    expect(values({ examples, paper })).toEqual({ total: 476 })
  })

  it('that would contradict the others are not', () => {
    const lines = ['Neto  400', 'IVA  76', 'A pagar  999']
    const paper = paperOf({ answered: { net: 400, tax: 76, total: 400 }, lines })
    expect(values({ examples, paper })).toEqual({})
  })
})

it('a reading that is right as often is left alone', () => {
  const read = (id: string, isRight: boolean) =>
    exampleOf({
      id,
      answered: { order: isRight ? `P-${id}` : `X-${id}` },
      truth: { order: `P-${id}` },
      lines: [`Ref.  ${Number(id) > 4 ? `P-${id}` : `Z-${id}`}`, `Pedido X-${id} P-${id}`],
    })
  const examples = ['1', '2', '3', '4', '5', '6'].map((id) => read(id, Number(id) <= 4))
  const [lesson] = learn(examples)
  expect(lesson === undefined || lesson.right >= lesson.answeredRight).toBe(true)
  const paper = paperOf({ answered: { order: 'X-7' }, lines: ['Ref.  Z-7', 'Pedido X-7 P-7'] })
  expect(values({ examples, paper })).not.toEqual({ order: 'Z-7' })
})
