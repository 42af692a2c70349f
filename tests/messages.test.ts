import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createIntl } from '@formatjs/intl'
import { expect, test } from 'vitest'
import { catalogues, type MessageKey } from '@/lib/i18n/catalogues'
import { createTranslate } from '@/lib/i18n/translate'
import { createWords } from './e2e/support/words'
import { readSources, root } from './support/source-files'

const { en, es } = catalogues
const keys = Object.keys(en) as MessageKey[]
const longText = 25
const { formatters } = createIntl({ locale: 'en' })

/** Element types of the ICU syntax tree that take a value: argument, number, date, time, select, plural. */
const valueTypes = [1, 2, 3, 4, 5, 6]
const numericTypes = [2, 6]

type PlaceholderQuery = { text: string; locale: string; types?: number[] }

/** The names of the values that a text takes. */
function placeholders({ text, locale, types = valueTypes }: PlaceholderQuery): string[] {
  const names = new Set<string>()
  const visit = (elements: unknown[]) => {
    for (const element of elements as {
      type: number
      value?: string
      options?: object
      children?: unknown[]
    }[]) {
      if (types.includes(element.type) && element.value) names.add(element.value)
      for (const option of Object.values(element.options ?? {}) as { value: unknown[] }[]) visit(option.value)
      visit(element.children ?? [])
    }
  }
  visit(formatters.getMessageFormat(text, locale).getAst())
  return [...names].sort()
}

test('English and Spanish have the same keys', () => {
  expect(Object.keys(es).sort()).toEqual(Object.keys(en).sort())
})

test('each file of words has its own keys', () => {
  const rooms = ['auth', 'documents', 'errors', 'mail', 'review', 'settings', 'shell', 'upload', 'usage']
  const all = rooms.flatMap((room) =>
    Object.keys(JSON.parse(readFileSync(path.join(root, `lib/i18n/messages/en/${room}.json`), 'utf8'))),
  )
  expect(all.filter((key, index) => all.indexOf(key) !== index)).toEqual([])
})

test('every text is well formed and takes the same values in both languages', () => {
  const different = keys.filter((key) => {
    const english = placeholders({ text: en[key], locale: 'en' })
    return english.join() !== placeholders({ text: es[key], locale: 'es' }).join()
  })
  expect(different).toEqual([])
})

test.each(['en', 'es'] as const)('a number of four digits is grouped in every text (%s)', (locale) => {
  const t = createTranslate(locale)
  const bare = keys.filter((key) => {
    const numeric = placeholders({ text: catalogues[locale][key], locale, types: numericTypes })
    const values = Object.fromEntries(numeric.map((name) => [name, 4769]))
    const others = placeholders({ text: catalogues[locale][key], locale }).filter((name) => !(name in values))
    const texts = Object.fromEntries(others.map((name) => [name, 'x']))
    return t(key, { ...texts, ...values }).includes('4769')
  })
  expect(bare).toEqual([])
})

test.each(['en', 'es'] as const)('the browser tests expect the words of the pages (%s)', (locale) => {
  const values = { count: 4769 }
  expect(createWords(locale)('review.queue.pending', values)).toBe(
    createTranslate(locale)('review.queue.pending', values),
  )
})

test.each([
  ['en', '1 document', '1 change is kept', '4,769 changes are kept'],
  ['es', '1 documento', '1 cambio queda guardado', '4.769 cambios quedan guardados'],
] as const)(
  'what waits for review, or to be sent, is counted in the singular too (%s)',
  (locale, ...words) => {
    const t = createTranslate(locale)
    expect(t('review.queue.waiting', { count: 1 })).toBe(words[0])
    expect(t('review.queue.pending', { count: 1 })).toContain(words[1])
    expect(t('review.queue.pending', { count: 4769 })).toContain(words[2])
  },
)

test.each(['en', 'es'] as const)(
  'to process again is called the same wherever it is offered (%s)',
  (locale) => {
    const t = createTranslate(locale)
    const name = t('review.action.retry')
    const others = [
      'table.bulk.retry',
      'card.retry.short',
      'card.uncertain.yes',
      'review.confirm.retry_yes',
    ] as const
    expect(others.map((key) => t(key))).toEqual(others.map(() => name))
    expect(t('card.retry', { name: 'a.pdf' })).toContain(name)
  },
)

test('what people use is called Intray and the inbox, and no text calls it a desk', () => {
  const desks = keys.filter((key) => /\bdesk\b/.test(en[key].replaceAll('{desk}', '')))
  expect([...desks, ...keys.filter((key) => /\b(mesa|escritorio)\b/.test(es[key]))]).toEqual([])
})

test('no sentence was left in English', () => {
  const same = keys.filter((key) => en[key] === es[key] && en[key].length >= longText)
  expect(same).toEqual([])
})

test('no key is left that nothing says any more', () => {
  const text = readSources(['app', 'components', 'lib', 'engine'])
    .map((file) => file.text)
    .join('\n')
  const said = new Set([...text.matchAll(/'([a-z0-9_.]+)'/g)].map((match) => match[1]))
  // Keys built with a template, such as `state.${state}` or `${purpose}.submit`.
  const templates = new Set(
    [...text.matchAll(/`((?:[a-z_.]|\$\{[^`}]+\})+)`/g)].map((match) => match[1] ?? ''),
  )
  const built = [...templates].filter(isKeyTemplate).map(toPattern)
  const unused = keys.filter((key) => !said.has(key) && !built.some((pattern) => pattern.test(key)))
  expect(unused).toEqual([])
})

/** A template that says nothing itself would let every key pass. */
function isKeyTemplate(template: string): boolean {
  const fixed = template.replace(/\$\{[^}]+\}/g, '')
  return fixed.includes('.') && /[a-z]{3}/.test(fixed)
}

function toPattern(template: string): RegExp {
  const parts = template.split(/\$\{[^}]+\}/).map((part) => part.replaceAll('.', '\\.'))
  return new RegExp(`^${parts.join('[a-z0-9_.]+')}$`)
}
