import { expect, test } from 'vitest'
import { parseSettings } from './env'

test.each(['desk@example.com', 'Intray <desk@example.com>', 'Mesa de entrada <mesa+x@correo.example>'])(
  'mail may go out as %s',
  (from) => {
    expect(parseSettings({ MAIL_FROM: from }).MAIL_FROM).toBe(from)
  },
)

test.each([
  'desk',
  'Intray <desk>',
  'a@b.c, d@e.f',
  'Desk, Mail <g@h.i>',
  'x\r\nBcc: eve@evil.test <a@b.c>',
  '"x" <a@b.c>',
])('mail may not go out as %j', (from) => {
  expect(() => parseSettings({ MAIL_FROM: from })).toThrow(/MAIL_FROM must be an address/)
})

test('a mail server that is no address stops the start and is named', () => {
  expect(() => parseSettings({ SMTP_URL: 'smtp://' })).toThrow(/SMTP_URL must be an address/)
  expect(() => parseSettings({ SMTP_URL: 'mail.example.com' })).toThrow(/SMTP_URL must begin with smtp/)
})
