import { expect, test } from 'vitest'
import { hashPassword, isPassword } from './password'

test('a password is kept as argon2id and recognised again', async () => {
  const passwordHash = await hashPassword('correct horse battery')
  expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await isPassword({ password: 'correct horse battery', passwordHash })).toBe(true)
  expect(await isPassword({ password: 'correct horse batterz', passwordHash })).toBe(false)
})
