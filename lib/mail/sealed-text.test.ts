import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => vi.unstubAllEnvs())

/** Settings are read once per process. */
async function withSecret(secret: string) {
  vi.resetModules()
  vi.stubEnv('INTRAY_SECRET', secret)
  return import('./sealed-text')
}

const one = 'a secret that is long enough to be one'
const mail = { id: 'mail_1', text: 'Open https://desk.test/invite/abc' }

test('what is sealed is read again with the same secret and says nothing without it', async () => {
  const { sealText, unsealText } = await withSecret(one)
  const sealed = sealText(mail)
  expect(sealed).not.toMatch(/desk\.test|invite|abc/)
  expect(Buffer.from(sealed.slice(7), 'base64url').toString('latin1')).not.toContain('invite')
  expect(sealText(mail)).not.toBe(sealed)
  expect(unsealText({ ...mail, text: sealed })).toBe(mail.text)
})

test('another secret, and the row of another mail, open nothing', async () => {
  const sealed = (await withSecret(one)).sealText(mail)
  const same = await withSecret(one)
  expect(() => same.unsealText({ id: 'mail_2', text: sealed })).toThrow(same.UnreadableMailError)
  const other = await withSecret('another secret that is long enough too')
  expect(() => other.unsealText({ ...mail, text: sealed })).toThrow('written with another INTRAY_SECRET')
})

test('a mail that an earlier version wrote is sent as it stands', async () => {
  expect((await withSecret(one)).unsealText(mail)).toBe(mail.text)
})
