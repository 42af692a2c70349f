import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { describeUnknown } from './unknown-settings'

test('a mistyped setting is named with the one that was meant', () => {
  expect(describeUnknown({ INTRAY_TIMEZONE: 'UTC', PATH: '/bin', INTRAY_TIME_ZONE: 'UTC' })).toEqual([
    'INTRAY_TIMEZONE is no setting and has no effect. Did you mean INTRAY_TIME_ZONE?',
  ])
  expect(describeUnknown({ ENGINE_OCR_LANGUAGE: 'spa' })).toEqual([
    'ENGINE_OCR_LANGUAGE is no setting and has no effect. Did you mean ENGINE_OCR_LANGUAGES?',
  ])
})

test('one that resembles nothing is named without a guess', () => {
  expect(describeUnknown({ DOCUTRAY_EVERYTHING_FASTER: '1' })).toEqual([
    'DOCUTRAY_EVERYTHING_FASTER is no setting and has no effect.',
  ])
})

test('what the desk knows is not named, nor what is not ours', () => {
  expect(describeUnknown({ INTRAY_URL: 'x', ENGINE_MODEL: 'y', DOCUTRAY_STEPS: '[]', HOME: '/' })).toEqual([])
})

test('what the engine reads is known here', () => {
  const source = readFileSync('engine/settings/read-settings.ts', 'utf8')
  const names = [...source.matchAll(/^ {2}(ENGINE_[A-Z_]+):/gm)].map(([, name]) => name ?? '')
  expect(names.length).toBeGreaterThan(10)
  expect(describeUnknown(Object.fromEntries(names.map((name) => [name, 'x'])))).toEqual([])
})
