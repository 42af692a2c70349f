import { expect, it } from 'vitest'
import type { PictureReading } from '../../picture/picture'
import type { Box, Word } from '../../reading'
import { placeWords, withoutKnown } from './picture-words'

const page = { width: 600, height: 800 }

function wordOf(text: string, box: Box, values: Partial<Word> = {}): Word {
  return { text, box, confidence: 0.9, origin: 'picture', ...values }
}

/** A picture of 400 by 200 pixels with one word in it. */
function readingOf(values: Partial<PictureReading> & { text?: string } = {}): PictureReading {
  const { text = 'Total', ...rest } = values
  const words = [wordOf(text, { x: 40, y: 20, width: 100, height: 30 })]
  return { width: 400, height: 200, words, turned: 0, isTooSmall: false, ...rest }
}

const part = { x: 50, y: 100, width: 200, height: 100 }

it('a word lies on the page where the picture shows it, in points', () => {
  const [word] = placeWords({ reading: readingOf(), part, page, turned: 0 })
  expect(word).toEqual({
    text: 'Total',
    confidence: 0.9,
    origin: 'picture',
    box: { x: 70, y: 110, width: 50, height: 15 },
  })
})

it('a picture that was turned to be read has its words where they are on the page as displayed', () => {
  // Read at 200 by 400 pixels after a quarter turn clockwise: what is shown is 400 by 200.
  const reading = readingOf({ width: 200, height: 400, turned: 90 })
  const [word] = placeWords({ reading, part, page, turned: 0 })
  expect(word?.box).toEqual({ x: 60, y: 130, width: 15, height: 50 })
  expect(word?.isSideways).toBe(true)
})

it('a page that is read turned has its words turned with it, and those upright there are not sideways', () => {
  const reading = readingOf({ width: 200, height: 400, turned: 90 })
  const [word] = placeWords({ reading, part, page, turned: 90 })
  expect(word?.box).toEqual({ x: 620, y: 60, width: 50, height: 15 })
  expect(word).not.toHaveProperty('isSideways')
  expect(placeWords({ reading: readingOf(), part, page, turned: 90 })[0]?.isSideways).toBe(true)
  expect(placeWords({ reading: readingOf({ turned: 180 }), part, page, turned: 0 })[0]).not.toHaveProperty(
    'isSideways',
  )
})

it('a word of blanks alone is none', () => {
  expect(placeWords({ reading: readingOf({ text: ' \u00a0 ' }), part, page, turned: 0 })).toEqual([])
})

const at = (x: number, y: number, width = 50, height = 10) => wordOf('word', { x, y, width, height })
const left = (words: Word[], known: Word[]) => withoutKnown({ words, known })

it('a word that shares more than two fifths of the smaller box with one of the text is the same print', () => {
  expect(left([at(100, 100)], [at(129, 100)])).toEqual([])
  expect(left([at(100, 100)], [at(131, 100)])).toHaveLength(1)
  expect(left([at(100, 100)], [at(100, 105)])).toEqual([])
  expect(left([at(100, 100)], [at(100, 107)])).toHaveLength(1)
  expect(left([at(110, 102, 5, 5)], [at(100, 100)])).toEqual([])
})

it('words side by side or one below the other are both kept', () => {
  expect(left([at(100, 100)], [at(150, 100), at(100, 110), at(50, 100), at(100, 90)])).toHaveLength(1)
})

it('the same print is found across rows and for high words, wherever it begins', () => {
  expect(left([at(100, 19, 50, 4)], [at(100, 20, 50, 4)])).toEqual([])
  expect(left([at(100, 10, 20, 300)], [at(100, 290, 20, 20)])).toEqual([])
})

it('without words there is nothing to compare', () => {
  expect(left([], [at(1, 1)])).toEqual([])
  const words = [at(1, 1)]
  expect(left(words, [])).toEqual(words)
})
