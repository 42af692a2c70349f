import { expect, test } from 'vitest'
import { createTurns } from './turns'

const small = { bytes: 1_000 }
const large = { bytes: 50_000_000 }

test('the organization with the fewest documents being read goes first', () => {
  const turns = createTurns(4)
  turns.announce('a')
  turns.announce('b')
  turns.started({ organization: 'a', ...small })
  expect(turns.next().organizations).toEqual(['b', 'a'])
  turns.ended({ organization: 'a', ...small })
  turns.started({ organization: 'b', ...small })
  expect(turns.next().organizations).toEqual(['a', 'b'])
})

test('among equals, the one that was served longest ago goes first', () => {
  const turns = createTurns(4)
  for (const organization of ['a', 'b', 'c']) turns.announce(organization)
  for (const organization of ['b', 'a', 'c']) {
    turns.started({ organization, ...small })
    turns.ended({ organization, ...small })
  }
  expect(turns.next().organizations).toEqual(['b', 'a', 'c'])
})

test('one worker is kept free of large files', () => {
  const turns = createTurns(3)
  turns.started({ organization: 'a', ...large })
  expect(turns.next().maxBytes).toBeGreaterThan(large.bytes)
  turns.started({ organization: 'a', ...large })
  expect(turns.next().maxBytes).toBeLessThan(large.bytes)
  turns.ended({ organization: 'a', ...large })
  expect(turns.next().maxBytes).toBeGreaterThan(large.bytes)
})

test('a single worker reads large files too', () => {
  expect(createTurns(1).next().maxBytes).toBeGreaterThan(large.bytes)
})

test('an organization with nothing left is not asked again until it announces itself', () => {
  const turns = createTurns(1)
  turns.announce('a')
  turns.nothingLeft('a')
  expect(turns.next().organizations).toEqual([])
})
