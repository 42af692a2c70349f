import type { QuarterTurn, Word } from '../../reading'
import { lettersOf, type PageText } from '../page-text'
import type { Pdfium } from '../pdfium/pdfium'
import { displayedSize, drawPart } from '../pdfium/render'
import { type Size, turnBetween, turnBox, turnSize } from '../pdfium/turn-box'
import { accountedShare, findInk, inkIn, inkScale } from './ink'
import { isPlausibleLayer } from './judge-layer'
import { coveredShare, finestScale, listPictures, type PagePicture } from './page-pictures'
import { placeWords, withoutKnown } from './picture-words'
import { readPart, readWholePage } from './read-picture-parts'

/** Which of a document's pictures may still be read. */
export type PictureBudget = {
  /** Letterheads stand on the first page, stamps and signatures on the last; long documents have figures between. */
  isPageOfInterest: boolean
  /** Pictures within pages; whole pages are always read. */
  left: number
}

type PageWords = { words: Word[]; turned: QuarterTurn; isUnreadable: boolean; isTooSmall: boolean }

type PictureSearch = { pdfium: Pdfium; page: number; text: PageText; budget: PictureBudget }

/** Of a page: pictures that cover as much may be the page, and smaller ones where there is little text besides. */
const pageFillingShare = 0.5
const mainShare = 0.15
const littleText = 150
/** Letters and shapes of many edges that a page without text in it would have. */
const fewLetters = 12
const manyOutlines = 150
/** Of the print on a page: so much lies under its text, and nothing is left to be read. */
const accountedEnough = 0.75
const layerConfidence = 0.95

/** A page's words with those in its pictures. */
export async function addPictures(input: PictureSearch): Promise<PageWords> {
  const { pdfium, page, text } = input
  const pictures = listPictures(text)
  const size = displayedSize({ pdfium, page })
  const share = coveredShare({ pictures, page: size })
  const letters = lettersOf(text.seen)
  const fills = share >= pageFillingShare || (share >= mainShare && letters < littleText)
  const isDrawn = text.objects.outlines >= Math.max(manyOutlines, letters)
  // A picture that is drawn larger than it is looks sharper than its print.
  const mostScale = fills && !isDrawn ? finestScale({ pdfium, pictures }) : Number.POSITIVE_INFINITY
  const only = { words: text.seen, turned: text.turned, isUnreadable: false, isTooSmall: false }
  if (text.objects.isEmpty) return only
  if (text.isMeaningless) return readAll({ ...input, mostScale: Number.POSITIVE_INFINITY, known: text.seen })
  if (!fills && !isDrawn && letters >= fewLetters) {
    return { ...only, words: [...text.seen, ...(await readParts({ ...input, pictures }))] }
  }
  const layer = judgeLayer({ ...input, size, fills })
  return layer.isEnough
    ? { ...only, words: [...text.seen, ...layer.words] }
    : readAll({ ...input, mostScale, known: text.seen })
}

/**
 * Whether a page's text accounts for the print on it. What is hidden behind a picture counts where there is print: it
 * is what a recogniser wrote, and words of the page only when there is enough of them and they read like writing.
 */
function judgeLayer(input: PictureSearch & { size: Size; fills: boolean }): {
  isEnough: boolean
  words: Word[]
} {
  const { pdfium, page, text, size, fills } = input
  const part = { x: 0, y: 0, ...size }
  const map = findInk(drawPart({ pdfium, page, part, scale: inkScale, channels: 1 }))
  const toDisplayed = (word: Word) =>
    turnBox({
      box: word.box,
      page: turnSize({ page: size, by: text.turned }),
      by: turnBetween({ from: text.turned, to: 0 }),
    })
  const layer = fills ? text.hidden.filter((word) => inkIn({ map, box: toDisplayed(word) }) > 0) : []
  const words = layer.map((word) => ({ ...word, confidence: layerConfidence }))
  const boxes = [...text.seen, ...layer].map(toDisplayed)
  if (accountedShare({ map, boxes }) < accountedEnough) return { isEnough: false, words: [] }
  return { isEnough: layer.length === 0 || isPlausibleLayer(layer), words }
}

/** The whole page as a picture; what its own text says is believed where both speak of the same print. */
async function readAll(input: PictureSearch & { known: Word[]; mostScale: number }): Promise<PageWords> {
  const { text, known } = input
  const { reading, part } = await readWholePage(input)
  const readLetters = lettersOf(reading.words)
  const turned = readLetters > lettersOf(known) ? reading.turned : text.turned
  const own = turnWords({ words: known, page: part, from: text.turned, to: turned })
  const placed = placeWords({ reading, part, page: part, turned })
  return {
    words: [...own, ...withoutKnown({ words: placed, known: own })],
    turned,
    isUnreadable: text.isMeaningless && readsPoorly({ words: reading.words, wanted: text.unreadable }),
    isTooSmall: reading.isTooSmall,
  }
}

function readsPoorly({ words, wanted }: { words: Word[]; wanted: number }): boolean {
  const letters = lettersOf(words)
  const confidence = words.reduce((sum, word) => sum + word.confidence * word.text.length, 0)
  return letters < wanted * 0.3 || confidence < letters * 0.6
}

function turnWords(input: { words: Word[]; page: Size; from: QuarterTurn; to: QuarterTurn }): Word[] {
  const { words, page, from, to } = input
  const by = turnBetween({ from, to })
  if (by === 0) return words
  const turnsOver = by % 180 !== 0
  return words.map(({ isSideways = false, ...word }) => ({
    ...word,
    box: turnBox({ box: word.box, page: turnSize({ page, by: from }), by }),
    ...(isSideways !== turnsOver && { isSideways: true }),
  }))
}

/** Points: less is an icon. */
const lowestPicture = 18
const narrowestPicture = 36
/** Of a page. */
const smallestShare = 0.002
/** Of a picture: so much of it under text, and it is the ground of that text. */
const groundShare = 0.3

async function readParts(input: PictureSearch & { pictures: PagePicture[] }): Promise<Word[]> {
  const { pdfium, page, text, budget, pictures } = input
  const size = displayedSize({ pdfium, page })
  const found: Word[] = []
  for (const picture of pictures.filter((one) => mayHoldPrint({ picture: one, text, budget, size }))) {
    const mayRead = () => {
      budget.left -= 1
      return budget.left >= 0
    }
    const part = await readPart({ pdfium, page, picture, mayRead })
    if (part) found.push(...withoutNoise(placeWords({ ...part, page: size, turned: text.turned })))
  }
  return withoutKnown({ words: found, known: text.seen })
}

/** Icons and patterns look like letters here and there. */
function withoutNoise(words: Word[]): Word[] {
  const sure = words.filter(({ text }) => /[\p{L}\p{N}]{2}/u.test(text))
  return lettersOf(sure) > 2 ? sure : []
}

function mayHoldPrint(input: {
  picture: PagePicture
  text: PageText
  budget: PictureBudget
  size: Size
}): boolean {
  const { picture, text, budget, size } = input
  const { box, share } = picture
  if (box.height < lowestPicture || box.width < narrowestPicture || share < smallestShare) return false
  if (!budget.isPageOfInterest) return false
  const upright = turnBox({ box, page: size, by: text.turned })
  const over = text.seen.reduce((sum, word) => {
    const width =
      Math.min(upright.x + upright.width, word.box.x + word.box.width) - Math.max(upright.x, word.box.x)
    const height =
      Math.min(upright.y + upright.height, word.box.y + word.box.height) - Math.max(upright.y, word.box.y)
    return sum + Math.max(0, width) * Math.max(0, height)
  }, 0)
  return over < groundShare * box.width * box.height
}
