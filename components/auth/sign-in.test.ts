import { expect, test } from 'vitest'
import { toRefusal } from './sign-in'

test('a refusal tells its code, and how long to wait', () => {
  expect(toRefusal('auth.bad_credentials')).toEqual({ code: 'auth.bad_credentials', seconds: 0 })
  expect(toRefusal('auth.too_many_attempts:16')).toEqual({ code: 'auth.too_many_attempts', seconds: 16 })
})

test('words of next-auth itself are not shown', () => {
  expect(toRefusal('CredentialsSignin')).toEqual({ code: 'internal', seconds: 0 })
})
