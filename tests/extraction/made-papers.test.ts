import { beforeAll, expect, it } from 'vitest'
import { toPaper } from '@/engine/extract/paper/paper'
import { type FieldName, fieldNames } from '@/engine/extract/schema/trade-fields'
import { chooseFields } from '@/engine/extract/trade/choose/choose-fields'
import { generatePapers } from '@/engine/train/generated'
import { isSame } from '@/engine/train/samples'

/** Training counts its seeds from 1 and never comes this far. The bounds are a little below what was measured. */
const firstUnseen = 1_000_000
const count = 150

type Mark = { field: FieldName; isPrinted: boolean; isRight: boolean }

let marks: Mark[] = []
beforeAll(() => {
  marks = [...generatePapers({ count, firstSeed: firstUnseen })].flatMap(({ reading, truth }) => {
    const { choices } = chooseFields(toPaper(reading))
    return fieldNames.flatMap((field): Mark[] => {
      const value = truth[field]
      if (value === undefined) return []
      const candidate = choices.get(field)?.candidate
      const isRight = candidate ? value !== null && isSame({ candidate, truth: value }) : value === null
      return [{ field, isPrinted: value !== null, isRight }]
    })
  })
}, 300_000)

it.each([
  ['supplier', 0.92],
  ['customer', 0.83],
  ['invoice_number', 0.94],
  ['date', 0.92],
  ['due_date', 0.93],
  ['time', 0.76],
  ['iban', 0.82],
  ['subtotal', 0.87],
  ['tax', 0.92],
  ['total', 0.93],
] as const)('the weights of the engine choose the %s of papers they never saw', (field, least) => {
  const printed = marks.filter((mark) => mark.field === field && mark.isPrinted)
  expect(printed.length).toBeGreaterThan(count / 6)
  expect(shareRight(printed)).toBeGreaterThanOrEqual(least)
})

it('of all that is printed most is chosen right', () => {
  const printed = marks.filter(({ isPrinted }) => isPrinted)
  expect(shareRight(printed)).toBeGreaterThanOrEqual(0.895)
})

it('fields that are not printed stay empty', () => {
  const missing = marks.filter(({ isPrinted }) => !isPrinted)
  expect(shareRight(missing)).toBeGreaterThanOrEqual(0.955)
})

function shareRight(some: Mark[]): number {
  return some.filter(({ isRight }) => isRight).length / some.length
}
