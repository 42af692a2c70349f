import { expect, test } from 'vitest'
import { passwordStrength } from './password-strength'

const known = ['Ada Lovelace', 'ada.l@analytical.example']

test.each([
  ['ninechars', 'short'],
  ['aaaaaaaaaaaa', 'weak'],
  ['1234567890', 'weak'],
  ['lovelace2026', 'weak'],
  ['Analytical-Ada', 'weak'],
  ['tuliptulip', 'fair'],
  ['tulip4Sugar', 'strong'],
  ['four plain words here', 'strong'],
])('“%s” is %s', (password, strength) => {
  expect(passwordStrength({ password, known })).toBe(strength)
})
