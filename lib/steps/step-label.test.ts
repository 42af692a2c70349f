import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createTranslate } from '@/lib/i18n/translate'
import { stepLabel } from './step-label'

const folder = 'engine/pipeline/steps'
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => String(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')).name))

test.each(names)('the engine’s step “%s” has a name in Spanish, and its own in English', (name) => {
  expect(stepLabel({ t: createTranslate('es'), name })).not.toBe(name)
  expect(stepLabel({ t: createTranslate('en'), name })).toBe(name)
})

test('a step that somebody named is called so by everybody', () => {
  for (const name of ['Boletas', 'constructor', ''])
    expect(stepLabel({ t: createTranslate('es'), name })).toBe(name)
})
