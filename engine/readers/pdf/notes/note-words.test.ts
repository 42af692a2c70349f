import { expect, it } from 'vitest'
import type { TextRun } from '../characters'
import type { PrintedWord } from '../words'
import type { Note } from './form-fields'
import { addNotes } from './note-words'

const frame = { left: 0, bottom: 0, right: 600, top: 800, quarters: 0 }
/** The field lies 100 points from the left and 100 from the top. */
const edges = { left: 100, right: 300, top: 700, bottom: 680 }
const field = (text: string, place = edges): Note => ({ kind: 'field', text, edges: place })
const tick = (isTicked: boolean): Note => ({ kind: 'tick', isTicked, edges })

function printed(text: string, values: Partial<PrintedWord['word']> = {}): PrintedWord {
  const box = { x: 110, y: 105, width: 40, height: 10 }
  return { word: { text, box, confidence: 1, origin: 'form', ...values }, runs: [0], sight: 'seen' }
}

const run = (values: Partial<TextRun['edges']> = {}): TextRun => ({
  object: 1,
  turn: 0,
  edges: { ...edges, ...values },
  letters: 5,
  unreadable: 0,
})

function add(notes: Note[], { words = [] as PrintedWord[], runs = [] as TextRun[], isNoted = true } = {}) {
  const characters = {
    count: 0,
    codes: [],
    edges: new Float32Array(0),
    runs: new Int32Array(0),
    textRuns: runs,
  }
  return addNotes({ notes, words, characters, frame, turned: 0, isNoted: () => isNoted }).map(
    ({ word }) => word,
  )
}
const texts = (...given: Parameters<typeof add>) => add(...given).map(({ text }) => text)

it('a page without notes keeps its words as they are', () => {
  const words = [printed('Total')]
  const characters = {
    count: 0,
    codes: [],
    edges: new Float32Array(0),
    runs: new Int32Array(0),
    textRuns: [],
  }
  expect(addNotes({ notes: [], words, characters, frame, turned: 0, isNoted: () => true })).toBe(words)
})

it('a box to be ticked is one sign, in place of what its appearance prints', () => {
  expect(texts([tick(true)], { words: [printed('4')] })).toEqual(['☒'])
  expect(texts([tick(false)], { words: [printed('4')] })).toEqual(['☐'])
  expect(add([tick(true)])[0]).toEqual({
    text: '☒',
    box: { x: 100, y: 100, width: 200, height: 20 },
    confidence: 1,
    origin: 'form',
  })
})

it('what stands in an empty field tells what to fill in and is no value', () => {
  expect(
    texts([field('  ')], {
      words: [printed('name'), printed('beside', { box: { x: 301, y: 105, width: 9, height: 9 } })],
    }),
  ).toEqual(['beside'])
  expect(texts([field('')], { words: [printed('print', { origin: 'text' })] })).toEqual(['print'])
  expect(texts([{ kind: 'remark', text: '', edges }], { words: [printed('name')] })).toEqual(['name'])
})

it('a value that the page already prints is not written twice; one that it does not is laid out', () => {
  expect(texts([field('Ada Lovelace')], { runs: [run()], words: [printed('Ada')] })).toEqual(['Ada'])
  expect(texts([field('Ada Lovelace')], { runs: [run()], isNoted: false })).toEqual(['Ada', 'Lovelace'])
  expect(texts([field('Ada Lovelace')], { runs: [run({ left: 300, right: 400 })] })).toEqual([
    'Ada',
    'Lovelace',
  ])
  expect(texts([field('Ada Lovelace')], { runs: [run({ bottom: 700, top: 720 })] })).toEqual([
    'Ada',
    'Lovelace',
  ])
})

it('the words of a value stand in their box one after the other, half as wide as high', () => {
  const [ada, lovelace] = add([field('Ada Lovelace')])
  expect(ada?.box).toEqual({ x: 100, y: 100, width: 21, height: 14 })
  expect(lovelace?.box).toEqual({ x: 128, y: 100, width: 56, height: 14 })
})

it('a value of several lines fills the height of its box', () => {
  const lines = add([field('one\r\ntwo\nthree\rfour')])
  expect(lines.map(({ text, box }) => [text, box.y, box.height])).toEqual([
    ['one', 100, 5],
    ['two', 105, 5],
    ['three', 110, 5],
    ['four', 115, 5],
  ])
})

it('a line too wide for its box goes on in the next, and stays within the box', () => {
  const words = add([field('abcdefghij '.repeat(8).trim())])
  const rows = new Set(words.map(({ box }) => box.y))
  expect(rows.size).toBe(3)
  for (const { box } of words) expect(box.x + box.width).toBeLessThanOrEqual(300.001)
})

it('a narrow box holds eight letters a line', () => {
  const narrow = { ...edges, right: 120 }
  expect(new Set(add([field('abc def ghi', narrow)]).map(({ box }) => box.y)).size).toBe(2)
})
