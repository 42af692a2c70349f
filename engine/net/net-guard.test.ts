import { expect, test } from 'vitest'
import { allowedHosts, isPrivateAddress } from './net-guard'

test.each([
  '127.0.0.1',
  '127.255.255.254',
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.0.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  'fe80::1',
  'fc00::1',
  'fd12:3456::1',
  'ff02::1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '192.0.2.1',
  '198.18.0.1',
  '240.0.0.1',
  '2001:db8::1',
  '2001::1',
  '3fff::1',
  'fec0::1',
  '4000::1',
])('%s is private', (address) => {
  expect(isPrivateAddress(address)).toBe(true)
})

test.each(['8.8.8.8', '172.32.0.1', '192.169.0.1', '100.128.0.1', '2606:4700::1111', '::ffff:8.8.8.8'])(
  '%s is public',
  (address) => {
    expect(isPrivateAddress(address)).toBe(false)
  },
)

test('an allowed host is its name and its port, the usual port included', () => {
  const isAllowed = allowedHosts(['Files.internal:80', '[::1]:9000'])
  expect(isAllowed(new URL('http://files.internal/a'))).toBe(true)
  expect(isAllowed(new URL('https://files.internal/a'))).toBe(false)
  expect(isAllowed(new URL('http://files.internal:81/a'))).toBe(false)
  expect(isAllowed(new URL('http://[::1]:9000/a'))).toBe(true)
})
