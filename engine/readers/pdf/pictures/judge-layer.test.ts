import { expect, it } from 'vitest'
import { isPlausibleLayer } from './judge-layer'

const isPlausible = (text: string) =>
  isPlausibleLayer(
    text
      .split(' ')
      .filter(Boolean)
      .map((word) => ({
        text: word,
        box: { x: 0, y: 0, width: 1, height: 1 },
        confidence: 1,
        origin: 'text',
      })),
  )

it('writing in any case, amounts, dates and codes are plausible', () => {
  expect(isPlausible('Invoice No. 4711 from 12/03/2026, Total EUR 1.234,50 (19 % MwSt.)')).toBe(true)
  expect(isPlausible('STEAM BAKERY Ltd. 24h open 3rd floor A4')).toBe(true)
})

it.each(['l0tal', 'lnVoice', 'T|tal', 'Sum~', "''", '::', 'a\ufffdb', '{total}'])(
  'of letters like %s no layer is made',
  (word) => {
    expect(isPlausible(word)).toBe(false)
  },
)

it('an eighth of the letters may be garbled, more may not, and no layer is none', () => {
  expect(isPlausible(`T|tal ${'good'.repeat(10)}`)).toBe(true)
  expect(isPlausible(`T|tal ${'good'.repeat(9)}`)).toBe(false)
  expect(isPlausible('')).toBe(false)
})
