import { expect, it } from 'vitest'
import {
  isRightAbn,
  isRightCnpj,
  isRightCuit,
  isRightNit,
  isRightPartitaIva,
  isRightPortugueseNif,
  isRightRut,
  isRightSpanishId,
} from './check-digits'

/** Numbers of well-known bodies and examples of the offices, as they are printed. */
const numbers: [string, (text: string) => boolean, string[]][] = [
  ['RUT', isRightRut, ['76.192.083-9', '60.803.000-K', '12345678-5', '10.000.004-0', '10.000.013-k']],
  ['NIF, NIE and CIF', isRightSpanishId, ['12345678Z', 'X1234567L', 'Y1234567X', 'A58818501', 'Q2826000H']],
  ['CUIT', isRightCuit, ['30-50001091-2', '20-17254359-7', '20-12345678-6']],
  ['CNPJ', isRightCnpj, ['11.222.333/0001-81', '11.444.777/0001-61', '00.000.000/0001-91']],
  ['ABN', isRightAbn, ['51 824 753 556']],
  ['NIT', isRightNit, ['800.197.268-4', '860.002.964-4']],
  ['Partita IVA', isRightPartitaIva, ['00743110157', '07643520567']],
  ['Portuguese NIF', isRightPortugueseNif, ['501964843', '123456789']],
]

it.each(numbers)('%s: published numbers are right', (_name, isRight, right) => {
  for (const number of right) expect([number, isRight(number)]).toEqual([number, true])
})

const signs = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ']

it.each(numbers)('%s: with any other last sign they are wrong', (_name, isRight, right) => {
  for (const number of right) {
    const last = number.at(-1)?.toUpperCase() ?? ''
    const kind = /\d/.test(last) ? /\d/ : /[A-Z]/
    const others = signs.filter((sign) => kind.test(sign) && sign !== last)
    expect(others.filter((sign) => isRight(number.slice(0, -1) + sign))).toEqual([])
  }
})

it.each(numbers)(
  '%s: with one digit one too high they are wrong, whichever it is',
  (_name, isRight, right) => {
    for (const number of right) {
      const altered = [...number].flatMap((sign, at) =>
        /\d/.test(sign) ? [number.slice(0, at) + ((Number(sign) + 1) % 10) + number.slice(at + 1)] : [],
      )
      expect(altered.filter(isRight)).toEqual([])
    }
  },
)

it.each(numbers)('%s: with two neighbours swapped they are wrong', (_name, isRight, right) => {
  for (const number of right) {
    const swapped = [...number].flatMap((sign, at) => {
      const next = number[at + 1] ?? ''
      const isPair = /\d/.test(sign) && /\d/.test(next) && sign !== next
      return isPair ? [number.slice(0, at) + next + sign + number.slice(at + 2)] : []
    })
    // The Luhn algorithm alone cannot tell 09 from 90.
    expect(swapped.filter((one) => isRight(one) && isRight !== isRightPartitaIva)).toEqual([])
  }
})

it('a Spanish number is right with its country and with blanks or dashes', () => {
  expect(['ES12345678Z', 'ES-A58818501', 'A-58818501', '12.345.678-Z'].map(isRightSpanishId)).toEqual([
    true,
    true,
    true,
    false,
  ])
})

it('some numbers are right by their sum and given to nobody', () => {
  expect(isRightPartitaIva('00000000000')).toBe(false)
  expect(isRightAbn('00 000 000 000')).toBe(false)
  // Digits that a Portuguese number does not begin with.
  expect(['400000005', '700000003', '000000000'].map(isRightPortugueseNif)).toEqual([false, false, false])
})
