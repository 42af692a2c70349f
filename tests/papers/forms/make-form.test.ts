import { expect, test } from 'vitest'
import { readJsonSchema, toValidator } from '../../../engine/extract/schema/json-schema'
import type { Place, Run } from '../paper'
import { wordsOfOccurrence } from '../to-reading'
import { formToReading } from './form-to-reading'
import { type FormPaper, makeForm } from './make-form'
import type { JsonSchemaObject } from './schema/json-form'
import { leavesOf } from './truth-leaves'

const forms = Array.from({ length: 250 }, (_, at) => makeForm({ seed: 4_000 + at }))

test('the same seed makes the same form', () => {
  for (const seed of [1, 22, 333]) {
    expect(toPlain(makeForm({ seed }))).toEqual(toPlain(makeForm({ seed })))
  }
})

test('the truth is valid by its schema', () => {
  for (const { id, schema, truth } of forms) {
    const result = toValidator(readJsonSchema(withoutZones(schema))).safeParse(truth)
    expect(result.success, `${id}: ${result.error?.message}`).toBe(true)
  }
})

test('all that is true has a place, and all that has a place is true', () => {
  for (const { id, truth, places } of forms) {
    expect([...places.keys()].sort(), id).toEqual([...leavesOf(truth).keys()].sort())
  }
})

test('each place spells its value', () => {
  for (const form of forms) {
    const leaves = leavesOf(form.truth)
    for (const [path, occurrences] of form.places)
      for (const parts of occurrences)
        expect(
          isSpelling(textOf(form, parts), leaves.get(path)),
          `${form.id} ${path}: ${textOf(form, parts)}`,
        ).toBe(true)
  }
})

test('no print covers other print', () => {
  const covered = forms.flatMap(({ id, pages }) =>
    pages.flatMap(({ runs }) => overlapsOf(runs).map(([a, b]) => `${id}: "${a.text}" and "${b.text}"`)),
  )
  expect(covered).toEqual([])
})

test('all print is within the page', () => {
  for (const { id, pages } of forms)
    for (const page of pages)
      for (const run of page.runs) {
        expect(run.x, `${id} ${run.text}`).toBeGreaterThan(0)
        expect(run.x + run.width, `${id} ${run.text}`).toBeLessThanOrEqual(page.width)
        expect(run.y + run.height, `${id} ${run.text}`).toBeLessThanOrEqual(page.height)
      }
})

test('a tenth to a quarter of what is asked for is absent', () => {
  const asked = forms.reduce((sum, { schema }) => sum + countOf(schema), 0)
  const there = forms.reduce((sum, { truth }) => sum + countOfTruth(truth), 0)
  expect(1 - there / asked).toBeGreaterThan(0.08)
  expect(1 - there / asked).toBeLessThan(0.3)
})

test('a reading has the words of every value', () => {
  for (const form of forms.slice(0, 60)) {
    const reading = formToReading(form)
    for (const [path, occurrences] of form.places)
      for (const occurrence of occurrences)
        expect(wordsOfOccurrence({ reading, occurrence }).length, `${form.id} ${path}`).toBeGreaterThan(0)
    expect(formToReading(form, { noise: 1, seed: 3 }).pages[0]?.source).toBe('ocr')
  }
})

/** The library wants a zone behind each time of day, which papers seldom print. */
function withoutZones(schema: JsonSchemaObject): unknown {
  return JSON.parse(
    JSON.stringify(schema)
      .replaceAll(/"format":"(?:date-)?time",?/g, '')
      .replaceAll(',}', '}'),
  )
}

function toPlain(form: FormPaper) {
  return { ...form, places: [...form.places] }
}

function textOf({ pages }: FormPaper, parts: Place[]): string {
  return parts
    .map(({ page, run, start, end }) => pages[page]?.runs[run]?.text.slice(start, end) ?? '')
    .join(' ')
}

function isSpelling(printed: string, value: unknown): boolean {
  if (typeof value === 'boolean') return printed !== ''
  if (typeof value === 'number')
    return printed.replace(/\D/g, '').includes(String(Math.abs(value)).replace(/\D/g, ''))
  const text = String(value)
  const day = /^(\d{4})-(\d\d)-(\d\d)/.exec(text)
  if (day) return printed.includes(String(Number(day[3])))
  if (/^\d\d:\d\d$/.test(text)) return printed.includes(text.slice(3))
  return letters(printed) === letters(text)
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\d]/gu, '').toLowerCase()
}

function overlapsOf(runs: Run[]): [Run, Run][] {
  return runs.flatMap((a, at) =>
    runs.slice(at + 1).flatMap((b): [Run, Run][] => {
      const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
      const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
      return across > 1 && down > Math.min(a.height, b.height) * 0.3 ? [[a, b]] : []
    }),
  )
}

type Properties = { properties?: { [name: string]: Properties }; items?: Properties }

/** Rows of tables come as they come; single values count. */
function countOf(schema: Properties): number {
  return Object.values(schema.properties ?? {}).reduce(
    (sum, node) => sum + (node.items ? 0 : node.properties ? countOf(node) : 1),
    0,
  )
}

function countOfTruth(truth: Record<string, unknown>): number {
  return [...leavesOf(truth).keys()].filter((path) => !/\.\d+(\.|$)/.test(path)).length
}
