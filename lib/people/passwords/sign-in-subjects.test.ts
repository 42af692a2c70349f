import { expect, test } from 'vitest'
import { subjectsOf } from './sign-in-subjects'

const attempt = { email: 'ada@desk.test', address: '203.0.113.7', device: null }

test('an account and an address are counted apart', () => {
  const [account, address] = subjectsOf(attempt)
  expect(address).toBe('address:203.0.113.7')
  expect(subjectsOf({ ...attempt, address: '203.0.113.8' })[0]).toBe(account)
  expect(subjectsOf({ ...attempt, email: 'bob@desk.test' })).toEqual([
    expect.not.stringMatching(`^${account}$`),
    address,
  ])
})

test('a browser known to the account has its own count, which is that of no other account', () => {
  const known = subjectsOf({ ...attempt, device: 'd1' })
  expect(known).toEqual([expect.stringMatching(/^device:/)])
  expect(subjectsOf({ ...attempt, device: 'd1', email: 'bob@desk.test' })).not.toEqual(known)
})

test('text from outside never makes a long key', () => {
  const long = 'x'.repeat(12_000)
  for (const subject of subjectsOf({ email: long, address: long, device: null })) {
    expect(subject.length).toBeLessThan(60)
  }
})

test('the addresses of one IPv6 network are one caller', () => {
  const networkOf = (address: string) => subjectsOf({ ...attempt, address })[1]
  expect(networkOf('2001:db8:1:2::1')).toBe(networkOf('2001:DB8:1:2:ffff::9'))
  expect(networkOf('2001:db8:1:3::1')).not.toBe(networkOf('2001:db8:1:2::1'))
  expect(networkOf('::1')).toBe('address:0:0:0:0')
})
