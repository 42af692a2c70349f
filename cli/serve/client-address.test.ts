import { expect, test } from 'vitest'
import { parseTrustedProxies } from '@/lib/trusted-proxies'
import { clientAddress } from './client-address'

const addressOf = (
  socketAddress: string,
  forwardedFor: string | undefined,
  proxies = '10.0.0.0/8, 2001:db8::1',
) => clientAddress({ socketAddress, forwardedFor, trusted: parseTrustedProxies(proxies) })

test('without a proxy of ours the socket alone counts, whatever the header claims', () => {
  expect(addressOf('203.0.113.7', '198.51.100.1')).toBe('203.0.113.7')
  expect(addressOf('203.0.113.7', '10.0.0.1', '')).toBe('203.0.113.7')
  expect(addressOf('10.0.0.1', '198.51.100.1', '')).toBe('10.0.0.1')
})

test('a proxy of ours tells whom it speaks for, in the last place of the header', () => {
  expect(addressOf('10.0.0.1', '198.51.100.1')).toBe('198.51.100.1')
  expect(addressOf('::ffff:10.0.0.1', '198.51.100.1')).toBe('198.51.100.1')
  expect(addressOf('2001:db8::1', '[2001:db8::7]')).toBe('2001:db8::7')
})

test('what stands before the first stranger was written by that stranger', () => {
  expect(addressOf('10.0.0.1', '192.0.2.9, 198.51.100.1, 10.1.2.3')).toBe('198.51.100.1')
})

test('a proxy that says nothing usable is itself the caller', () => {
  expect(addressOf('10.0.0.1', undefined)).toBe('10.0.0.1')
  expect(addressOf('10.0.0.1', `${'9'.repeat(12_000)}`)).toBe('10.0.0.1')
  expect(addressOf('10.0.0.1', 'unknown, 10.0.0.2')).toBe('10.0.0.2')
})

test.each([
  '10.0.0.0/33',
  '10.0.0.0/x',
  '300.1.1.1',
  'proxy.example',
  '10.0.0.0/8/8',
  '::1/129',
  '10.0.0.0/',
])('%s is refused as a proxy', (part) => {
  expect(() => parseTrustedProxies(`127.0.0.1,${part}`)).toThrow(part)
})
