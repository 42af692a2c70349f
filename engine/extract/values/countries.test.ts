import { expect, it } from 'vitest'
import { findCountryHints } from './countries'

it.each([
  ['1010 Wien, Österreich', 'AT'],
  ['110 00 Praha 1, Česká republika', 'CZ'],
  ['Baile Átha Cliath, Éire', 'IE'],
  ['Av. Arequipa 1200, Lima, Perú', 'PE'],
  ['Karoo Tools (Pty) Ltd', 'ZA'],
  ['1117 Budapest, Magyarország', 'HU'],
])('%s is in %s', (text, country) => {
  expect([...findCountryHints(text)]).toEqual([country])
})

it('a name within another word is none', () => {
  expect([...findCountryHints('Niederösterreich-Ring, Perúnský, Pty Ltd')]).toEqual([])
})
