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
  expect(() => parseSettings({ MAIL_FROM: from })).toThrow(/MAIL_FROM is .*; it must be an e-mail address/s)
})

test('a mail server that is no address stops the start and is named', () => {
  expect(() => parseSettings({ SMTP_URL: 'smtp://' })).toThrow(/SMTP_URL is .*mail server, such as smtp:/)
  expect(() => parseSettings({ SMTP_URL: 'mail.example.com' })).toThrow(
    /SMTP_URL is .*mail server, such as smtp:/,
  )
})

test('each bad setting has a line with what it holds and what it should look like, and no secret', () => {
  const bad = {
    PORT: '70000',
    INTRAY_TIME_ZONE: 'Mars/Olympus',
    INTRAY_SECRET: 'too short',
    DATABASE_URL: 'mysql://me:pw@host',
  }
  const lines = () => parseSettings(bad)
  expect(lines).toThrow(/^These settings cannot be used:(\n {2}.+){4}$/)
  expect(lines).toThrow('  PORT is "70000"; it must be a port from 1 to 65535, such as 3000')
  expect(lines).toThrow(
    '  INTRAY_SECRET is 9 characters long (not shown); it must be at least 32 characters long',
  )
  expect(lines).not.toThrow(/too short|me:pw/)
})
