import { expect, it } from 'vitest'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import { date, number, readAll, text } from '@/tests/support/paper/rows-of'

const read = (name: string, items: Record<string, unknown>, ...lines: string[]) =>
  readAll({ [name]: { type: 'array', items } }, [pageOfText(...lines)])[name] ?? []
const languages = (...lines: string[]) => read('languages', text, ...lines)

it('values stand behind their label, parted by commas or semicolons', () => {
  expect(languages('Languages: Spanish, French; German')).toEqual(['Spanish', 'French', 'German'])
  expect(languages('Languages    Spanish, French')).toEqual(['Spanish', 'French'])
})

it('the list ends before the next label of the line', () => {
  expect(languages('Languages: Spanish, French    Level: B2')).toEqual(['Spanish', 'French'])
})

it('values stand in the lines below, at the edge of the label or a little to the right', () => {
  expect(languages('Languages:', 'Spanish', 'French', '', 'Hobbies')).toEqual(['Spanish', 'French'])
  expect(languages('Languages:', '    Spanish', '    French')).toEqual(['Spanish', 'French'])
  expect(languages('Languages:', '                    Spanish')).toEqual([])
})

it('with bullets only what has one is a value', () => {
  expect(languages('Languages:', '• Spanish', '• French', 'and others')).toEqual(['Spanish', 'French'])
  expect(languages('Languages: - Spanish - French')).toEqual(['Spanish', 'French'])
  expect(languages('Languages:', '1. Spanish', '2) French')).toEqual(['Spanish', 'French'])
})

it('a labelled line ends the list below', () => {
  expect(languages('Languages:', 'Spanish', 'Hobby: chess', 'French')).toEqual(['Spanish'])
})

it('of boxes only the ticked ones are taken', () => {
  expect(languages('Languages: ☒ Spanish ☐ French ☒ German')).toEqual(['Spanish', 'German'])
})

it('entries are read by the kind of the list, and those that are none are left out', () => {
  expect(read('deliveries', date, 'Deliveries: 01/02/2026, soon, 15/02/2026')).toEqual([
    '2026-02-01',
    '2026-02-15',
  ])
  expect(read('weights', number, 'Weights: 1.5, 2, n/a')).toEqual([1.5, 2])
})

it('without a label of the list’s name there are no values', () => {
  expect(languages('Cities: Berlin, Paris', 'Spanish, French')).toEqual([])
})
