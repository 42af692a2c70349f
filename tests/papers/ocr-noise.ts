import type { PaperPage } from './paper'
import type { Random } from './random'
import { ocrScale, type Source, type SourcedWord } from './to-reading'

/** What a recogniser makes of the words: other letters, lost blanks and marks, boxes that hug the letters. */
export function readWithNoise(given: {
  page: PaperPage
  words: SourcedWord[]
  noise: number
  random: Random
}): SourcedWord[] {
  const { page, words, noise, random } = given
  const slope = (random.next() - 0.5) * 0.02 * noise
  const dropsBlanks = random.chance(0.5) ? random.next() * 0.5 * noise : 0.01 * noise
  const dropsAccents = random.chance(0.35)
  const read: SourcedWord[] = []
  for (const { word, sources } of words) {
    const text = misread({ text: word.text, noise, random, dropsAccents })
    if (text === '') continue
    const quality = text === word.text ? 1 - random.next() * 0.12 * noise : 0.95 - random.next() * 0.5
    const { x, y, width, height } = word.box
    const shift = (x + width / 2 - page.width / 2) * slope
    const box = {
      x: (x + jitter(random)) * ocrScale,
      y: (y + height * 0.14 + shift + jitter(random)) * ocrScale,
      width: width * ocrScale,
      height: height * 0.72 * (0.94 + random.next() * 0.12) * ocrScale,
    }
    const last = read.at(-1)
    if (last && isNext(last.sources, sources) && random.chance(dropsBlanks))
      join(last, { text, box, sources, quality })
    else read.push(...splitAtTimes({ text, box, quality, sources, noise, random }))
    if (random.chance(0.004 * noise)) read.push(makeSpeck({ page, random }))
  }
  return read.sort((a, b) => rowOf(a) - rowOf(b) || a.word.box.x - b.word.box.x)
}

/** Some words fall apart: "TOT AL". */
function splitAtTimes(given: {
  text: string
  box: SourcedWord['word']['box']
  quality: number
  sources: Source[]
  noise: number
  random: Random
}): SourcedWord[] {
  const { text, box, quality, sources, random } = given
  const toWord = (part: string, x: number, width: number): SourcedWord => ({
    word: { text: part, box: { ...box, x, width }, confidence: quality, origin: 'picture' },
    sources: [...sources],
  })
  if (text.length < 4 || !random.chance(0.006 * given.noise)) return [toWord(text, box.x, box.width)]
  const at = random.whole(1, text.length - 1)
  const share = (at / text.length) * box.width
  return [
    toWord(text.slice(0, at), box.x, share * 0.97),
    toWord(text.slice(at), box.x + share * 1.03, box.width - share * 1.03),
  ]
}

/** Dirt that is read as print. */
function makeSpeck({ page, random }: { page: PaperPage; random: Random }): SourcedWord {
  const size = (2 + random.next() * 8) * ocrScale
  const box = {
    x: random.next() * (page.width * ocrScale - size),
    y: random.next() * (page.height * ocrScale - size),
    width: size,
    height: size,
  }
  const text = random.pick(['.', '-', '|', '_', '~', '·', "'", ':', 'i', '*', '—', ')'])
  return { word: { text, box, confidence: 0.3 + random.next() * 0.4, origin: 'picture' }, sources: [] }
}

function rowOf({ word }: SourcedWord): number {
  return Math.round((word.box.y + word.box.height / 2) / (ocrScale * 6))
}

function jitter(random: Random): number {
  return (random.next() - 0.5) * 0.8
}

function isNext(before: Source[], after: Source[]): boolean {
  const last = before.at(-1)
  const first = after[0]
  return last !== undefined && first !== undefined && last.run === first.run && first.start - last.end === 1
}

function join(
  last: SourcedWord,
  next: { text: string; box: SourcedWord['word']['box']; sources: Source[]; quality: number },
) {
  last.word.text += next.text
  last.word.box.width = next.box.x + next.box.width - last.word.box.x
  last.word.confidence = Math.min(last.word.confidence, next.quality)
  last.sources.push(...next.sources)
}

const lookAlikes: { [letter: string]: string[] } = {
  O: ['0', 'D', 'Q'],
  '0': ['O', 'o', '8'],
  I: ['1', 'l', '|'],
  '1': ['I', 'l', '7'],
  l: ['1', 'I', 'i'],
  '5': ['S', '6'],
  S: ['5', '8'],
  '8': ['B', '3', '6'],
  B: ['8', 'R'],
  '6': ['8', 'G'],
  G: ['6', 'C'],
  '2': ['Z', '7'],
  Z: ['2'],
  D: ['O', '0'],
  m: ['rn'],
  w: ['vv'],
  h: ['b'],
  e: ['c'],
  c: ['e'],
  n: ['r', 'm'],
  '&': ['8', 'S'],
  '.': [',', ''],
  ',': ['.', ''],
  ':': ['', ';', '.'],
  '-': ['', '~'],
  '€': ['E', 'C', ''],
  '£': ['E', 'f'],
  $: ['S', '5'],
  ß: ['B', 'ss'],
  ñ: ['n'],
  U: ['V'],
  V: ['U'],
  T: ['7', 'I'],
  '/': ['1', '7', ''],
  '(': ['C', ''],
  ')': ['', 'J'],
}

function misread(given: { text: string; noise: number; random: Random; dropsAccents: boolean }): string {
  const { noise, random } = given
  const share = 0.012 * noise
  const text = given.dropsAccents ? given.text.normalize('NFD').replace(/[\u0300-\u036f]/g, '') : given.text
  let read = ''
  for (const letter of text) {
    const others = lookAlikes[letter]
    if (others && random.chance(share * 2)) read += random.pick(others)
    else if (random.chance(share * 0.15))
      read += random.pick(['', letter.toUpperCase(), letter.toLowerCase()])
    else read += letter
  }
  return read
}
