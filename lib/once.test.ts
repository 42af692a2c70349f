import { expect, test, vi } from 'vitest'
import { forget, once, onceResolved } from './once'

test('what there is one of is made once, and anew after it was forgotten', () => {
  const make = vi.fn(() => ({ made: make.mock.calls.length }))
  const first = once('a test', make)
  expect(once('a test', make)).toBe(first)
  expect(forget('a test')).toBe(first)
  expect(once('a test', make)).toEqual({ made: 2 })
  expect(once('another', () => 'another')).toBe('another')
})

test('what could not be made is made anew for whoever asks next, and kept once it could', async () => {
  const make = vi.fn(async () => 'made').mockRejectedValueOnce(new Error('away'))
  const both = [onceResolved('slow', make), onceResolved('slow', make)]
  for (const one of both) await expect(one).rejects.toThrow('away')
  expect([await onceResolved('slow', make), await onceResolved('slow', make)]).toEqual(['made', 'made'])
  expect(make).toHaveBeenCalledTimes(2)
})

test('other bundles of this module share it', async () => {
  const here = once('shared', () => Symbol('here'))
  vi.resetModules()
  const elsewhere = await import('./once')
  expect(elsewhere.once('shared', () => Symbol('elsewhere'))).toBe(here)
})
