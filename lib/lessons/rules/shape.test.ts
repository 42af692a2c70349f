import { expect, test } from 'vitest'
import { isTelling, sampleOf, shapeOf } from './shape'

test.each<[string[], string | null, string]>([
  [['P-4711', 'P-12'], 'P-\\d{2,4}', 'P-0000'],
  [['AB/1', 'CD/22'], '\\p{Lu}{2,2}/\\d{1,2}', 'AA/00'],
  [['4711', 'P-1'], null, ''],
  [['Ab1', 'Cd2'], null, ''],
])('what %j have in common', (texts, shape, sample) => {
  expect(shapeOf(texts)).toBe(shape?.replace('/', '\\/') ?? null)
  if (shape) expect(sampleOf(shapeOf(texts) ?? '')).toBe(sample)
})

test('figures alone tell nothing, letters beside them do', () => {
  expect(isTelling(shapeOf(['4711', '4712']) ?? '')).toBe(false)
  expect(isTelling(shapeOf(['12-03-2026', '13-03-2026']) ?? '')).toBe(false)
  expect(isTelling(shapeOf(['P-4711', 'P-4712']) ?? '')).toBe(true)
})
