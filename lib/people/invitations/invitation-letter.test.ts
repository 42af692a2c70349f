import { expect, test } from 'vitest'
import { invitationLetter } from './invitation-letter'

const desk = { timeZone: 'America/Santiago', deskUrl: 'https://desk.test' }
const at = new Date('2026-11-21T15:04:05Z')

test('an invitation carries its link and how long it works', () => {
  const link = 'https://desk.test/invite?token=abc'
  const { text, html } = invitationLetter({ ...desk, locale: 'en', invitedBy: 'Ana', link, expiresAt: at })
  expect(text).toContain(`Choose your password: ${link}`)
  expect(html).toContain(`<a href="${link}">`)
  expect(text).toContain('(Santiago time)')
})
