import { expect, test } from 'vitest'
import { lettersToWords } from './letters-to-words'

const letters = [...'ab c'].map((text, index) => ({ text, at: 0.125 + index * 0.25, confidence: 0.8 }))

test('words end at blanks, and lie where their letters lie', () => {
  const frame = { origin: { x: 100, y: 50 }, along: { x: 80, y: 0 }, across: { x: 0, y: 20 } }
  const words = lettersToWords({ letters, frame })
  expect(words.map(({ text }) => text)).toEqual(['ab', 'c'])
  expect(words[0]).toMatchObject({ confidence: expect.closeTo(0.8), origin: 'picture' })
  expect(words[0]?.box.x).toBeCloseTo(100)
  expect(words[0]?.box.width).toBeCloseTo(40)
  // A frame is higher than its print.
  expect(words[0]?.box.height).toBeCloseTo(14.4)
  expect(words[1]?.box.x).toBeCloseTo(160)
})

test('words of a line that runs up the page are marked as sideways', () => {
  const frame = { origin: { x: 100, y: 150 }, along: { x: 0, y: -80 }, across: { x: 20, y: 0 } }
  const [first] = lettersToWords({ letters, frame })
  expect(first?.isSideways).toBe(true)
  expect(first?.box.height).toBeGreaterThan(first?.box.width ?? 0)
})
