import { expect, test } from 'vitest'
import { findAll } from './find-all'

const pattern = /\d(\d)/g

test('all that a pattern finds is found with its place and its parts, each time anew', () => {
  for (let time = 0; time < 2; time += 1) {
    const found = findAll({ pattern, text: '12 of 345' })
    expect(found.map((match) => [match[0], match[1], match.index])).toEqual([
      ['12', '2', 0],
      ['34', '4', 6],
    ])
  }
})

test('where nothing is, nothing is found', () => {
  expect(findAll({ pattern, text: 'one of 3' })).toEqual([])
})

test('a pattern that finds empty texts too comes to an end', () => {
  expect(findAll({ pattern: /\d*/g, text: 'a12' }).map(({ index }) => index)).toEqual([0, 1, 3])
})
