import { expect, test } from 'vitest'
import { configSchema } from '@/engine/settings/config'
import { engineFault, toReadingOutcome } from './reading-pool'

const limits = { ...configSchema.parse({}).limits, processingTimeoutMs: 10_000 }

test.each([
  ['time', { kind: 'failed', message: 'Reading stood still for 10 seconds and was stopped.' }],
  ['memory', { kind: 'failed', message: 'Reading needed more than 2048 MB of memory and was stopped.' }],
  ['crash', { kind: 'crashed' }],
  ['start', { kind: 'crashed' }],
  ['closed', { kind: 'closed' }],
] as const)('a process lost by %s is reported as such', (why, expected) => {
  const outcome = { kind: 'lost', why, detail: 'not for the owner' } as const
  expect(toReadingOutcome({ outcome, limits })).toEqual(expected)
})

test('a fault of ours does not show its own words', () => {
  const outcome = { kind: 'fault', detail: 'a secret detail' } as const
  expect(toReadingOutcome({ outcome, limits })).toEqual({ kind: 'failed', message: engineFault })
})
