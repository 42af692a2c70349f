import { expect, test } from 'vitest'
import { latenessOf } from './lateness'

const usual = { fromMs: 12_000, toMs: 25_000, overdueMs: 60_000 }
const minutes = (count: number) => count * 60_000

test('a document is overdue past the time in which 19 of 20 ended', () => {
  expect(latenessOf({ state: 'processing', inStateMs: 59_000, usual })).toBeNull()
  expect(latenessOf({ state: 'processing', inStateMs: 61_000, usual })).toBe('overdue')
})

test('after five minutes, or four times the overdue mark, a person is asked to look', () => {
  expect(latenessOf({ state: 'processing', inStateMs: minutes(4.9), usual })).toBe('overdue')
  expect(latenessOf({ state: 'processing', inStateMs: minutes(5.1), usual })).toBe('stuck')
  const slow = { ...usual, overdueMs: minutes(3) }
  expect(latenessOf({ state: 'processing', inStateMs: minutes(11), usual: slow })).toBe('overdue')
  expect(latenessOf({ state: 'processing', inStateMs: minutes(13), usual: slow })).toBe('stuck')
})

test('without history nothing is called overdue, and the hard limit still holds', () => {
  expect(latenessOf({ state: 'processing', inStateMs: minutes(14), usual: null })).toBeNull()
  expect(latenessOf({ state: 'processing', inStateMs: minutes(16), usual: null })).toBe('stuck')
})

test('standing in line is not overdue; half an hour of it is told', () => {
  expect(latenessOf({ state: 'enqueued', inStateMs: minutes(29), usual })).toBeNull()
  expect(latenessOf({ state: 'enqueued', inStateMs: minutes(31), usual })).toBe('stuck')
})

test('what waits for pages or for the service has its own reason', () => {
  expect(latenessOf({ state: 'waiting', inStateMs: minutes(600), usual })).toBeNull()
})
