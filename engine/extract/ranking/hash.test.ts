import { expect, test } from 'vitest'
import { featureCount, placeOfFeature } from '@/engine/extract/ranking/hash'

test('a feature has the same place in every process: the weights were trained with it', () => {
  expect(['', 'y:0', 'l:c:total:whole', 'n:w:größe'].map(placeOfFeature)).toEqual([
    170423, 19157, 71833, 226122,
  ])
})

test('places lie within the table, and rarely two features share one', () => {
  const places = Array.from({ length: 20_000 }, (_, at) => placeOfFeature(`l:w:${at.toString(36)}`))
  expect(places.every((place) => place >= 0 && place < featureCount)).toBe(true)
  expect(new Set(places).size).toBeGreaterThan(19_000)
})
