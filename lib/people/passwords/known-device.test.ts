import { expect, test } from 'vitest'
import { knownDevice, markDevice } from './known-device'

const mine = { email: 'ada@desk.test', secret: 'a secret of this desk' }
const cookie = markDevice(mine)

test('a browser is known to the account that signed in there', () => {
  expect(knownDevice({ ...mine, cookie })).toBe(cookie.split('.')[0])
  expect(markDevice(mine)).not.toBe(cookie)
})

test('no other account, no other desk and no forged cookie is known', () => {
  expect(knownDevice({ ...mine, email: 'bob@desk.test', cookie })).toBeNull()
  expect(knownDevice({ ...mine, secret: 'another', cookie })).toBeNull()
  for (const forged of [undefined, '', '.', 'd', `x${cookie}`, `${cookie}x`, 'a.b.c', 'é'.repeat(9000)]) {
    expect(knownDevice({ ...mine, cookie: forged })).toBeNull()
  }
})
