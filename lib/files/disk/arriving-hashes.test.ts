import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { ArrivingHashes } from './arriving-hashes'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

function receive({ hashes, offset, part }: { hashes: ArrivingHashes; offset: number; part: string }) {
  const arriving = hashes.take({ id: 'a', offset })
  if (!arriving) return
  arriving.hash.update(part)
  arriving.bytes += part.length
  hashes.keep({ id: 'a', arriving })
}

test('a file that came in parts one after another has the hash of the whole, as often as it is asked for', () => {
  const hashes = new ArrivingHashes()
  receive({ hashes, offset: 0, part: 'one ' })
  receive({ hashes, offset: 4, part: 'two' })
  expect(hashes.read({ id: 'a', bytes: 7 })).toBe(sha256('one two'))
  expect(hashes.read({ id: 'a', bytes: 7 })).toBe(sha256('one two'))
})

test('a part that came to somebody else leaves no hash', () => {
  const hashes = new ArrivingHashes()
  receive({ hashes, offset: 0, part: 'one ' })
  receive({ hashes, offset: 8, part: 'three' })
  expect(hashes.read({ id: 'a', bytes: 13 })).toBeNull()
})

test('a part that broke off leaves no hash', () => {
  const hashes = new ArrivingHashes()
  receive({ hashes, offset: 0, part: 'one ' })
  hashes.take({ id: 'a', offset: 4 })
  expect(hashes.read({ id: 'a', bytes: 4 })).toBeNull()
})

test('a file of another length than was seen has no hash', () => {
  const hashes = new ArrivingHashes()
  receive({ hashes, offset: 0, part: 'one ' })
  expect(hashes.read({ id: 'a', bytes: 8 })).toBeNull()
})

test('a file begun anew is hashed anew', () => {
  const hashes = new ArrivingHashes()
  receive({ hashes, offset: 0, part: 'one ' })
  receive({ hashes, offset: 0, part: 'two' })
  expect(hashes.read({ id: 'a', bytes: 3 })).toBe(sha256('two'))
})

test('of uploads given up, only the last thousand are remembered', () => {
  const hashes = new ArrivingHashes()
  for (let number = 0; number <= 1_000; number += 1) {
    const arriving = hashes.take({ id: `${number}`, offset: 0 })
    if (arriving) hashes.keep({ id: `${number}`, arriving })
  }
  expect(hashes.read({ id: '0', bytes: 0 })).toBeNull()
  expect(hashes.read({ id: '1000', bytes: 0 })).toBe(sha256(''))
})
