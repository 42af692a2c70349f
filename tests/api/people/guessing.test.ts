import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { prepareSetup } from '@/lib/people/invitations/setup'
import { trimTries } from '@/lib/people/passwords/attempts-store'
import { signIn } from '@/lib/people/passwords/sign-in'
import { setUpDesk } from '../support/set-up-desk'

const password = 'a long enough password'
setUpDesk()

const guess = (address = '10.0.0.1', guessed = 'a wrong password') =>
  signIn({ email: 'ada@desk.test', password: guessed, address })
const codeOf = (tried: Promise<unknown>) =>
  tried.then(
    () => 'signed in',
    ({ code }) => code,
  )
const lastOf = async <Result>(count: number, make: (index: number) => Promise<Result>) => {
  for (let index = 0; index < count - 1; index += 1) await make(index)
  return make(count - 1)
}

beforeEach(async () => {
  await db().execute(sql`truncate users, sessions, settings, sign_in_attempts cascade`)
  const folder = await mkdtemp(path.join(tmpdir(), 'setup-'))
  await prepareSetup({ adminEmail: 'ada@desk.test', adminPassword: password, dataDir: folder })
})

test('guessing slows down the account, also for who knows it', async () => {
  expect(await lastOf(5, (index) => codeOf(guess(`10.0.0.${index}`)))).toBe('auth.bad_credentials')
  await expect(guess('10.0.0.9', password)).rejects.toMatchObject({
    code: 'auth.too_many_attempts',
    values: { seconds: 2 },
  })
})

test('guessing is judged a few times only, also where all guesses come at once', async () => {
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, index) => codeOf(guess(`10.0.1.${index}`))),
  )
  expect(answers.filter((code) => code !== 'auth.too_many_attempts').length).toBeLessThanOrEqual(6)
})

test('guessing is counted whatever else the caller sends', async () => {
  const long = () => codeOf(signIn({ email: 'x'.repeat(5_000), password, address: '1'.repeat(12_000) }))
  expect(await lastOf(6, long)).toBe('auth.too_many_attempts')
})

test('one address may miss twenty accounts, and no more', async () => {
  const miss = (index: number) =>
    codeOf(signIn({ email: `someone${index}@desk.test`, password, address: '203.0.113.7' }))
  expect(await lastOf(20, miss)).toBe('auth.bad_credentials')
  expect(await miss(20)).toBe('auth.too_many_attempts')
  expect(await codeOf(guess('203.0.113.8', password))).toBe('signed in')
})

test('guessing keeps nobody out of a browser that signed in before', async () => {
  expect(await lastOf(6, () => codeOf(guess()))).toBe('auth.too_many_attempts')
  const known = (guessed: string) =>
    codeOf(signIn({ email: 'ada@desk.test', password: guessed, address: '10.0.0.1', device: 'known' }))
  expect(await known(password)).toBe('signed in')
  expect(await lastOf(6, () => known('a wrong password'))).toBe('auth.too_many_attempts')
})

test('a right password takes its own try back', async () => {
  for (let round = 0; round < 8; round += 1) {
    expect(await codeOf(guess())).toBe('auth.bad_credentials')
    expect(await codeOf(guess('10.0.0.1', password))).toBe('signed in')
  }
})

test('guessing is forgotten a day after the last try', async () => {
  await lastOf(6, () => codeOf(guess()))
  await db().execute(sql`update sign_in_attempts set last_try_at = now() - interval '25 hours'`)
  await trimTries()
  expect(await codeOf(guess('10.0.0.1', password))).toBe('signed in')
})
