import type { Page, Reading, Word } from '@/engine/readers/reading'
import { widthOf } from '../fonts/text-width'
import type { PaperPage, Run } from '../paper'
import { createRandom, type Random } from '../random'
import type { FormPaper } from './make-form'

const pixelsPerPoint = 200 / 72

/** The form as a reader gives it; with noise, as one that read a scan of it. */
export function formToReading(
  form: FormPaper,
  { noise = 0, seed = 0 }: { noise?: number; seed?: number } = {},
): Reading {
  const random = createRandom(seed + 77)
  return {
    pages: form.pages.map((page, at) =>
      noise > 0 ? toScannedPage(page, at, noise, random) : toPage(page, at),
    ),
    attachments: [],
    notices: [],
  }
}

function toPage({ width, height, runs }: PaperPage, at: number): Page {
  return { number: at + 1, width, height, words: runs.flatMap(toWords), source: 'text', turned: 0 }
}

function toWords(run: Run): Word[] {
  const look = { font: run.font, size: run.size, bold: run.bold === true }
  const words: Word[] = []
  let x = run.x
  for (const part of run.text.match(/\s+|\S+/g) ?? []) {
    const width = widthOf(part, look)
    if (part.trim() !== '')
      words.push({ text: part, box: boxOf(run, x, width), confidence: 1, origin: 'text' })
    x += width
  }
  return words
}

function boxOf(run: Run, x: number, width: number): Word['box'] {
  return { x, y: run.y, width, height: run.height }
}

/** Scanned: in pixels, a little askew, with letters mistaken, words joined or split, and some lost. */
function toScannedPage(page: PaperPage, at: number, noise: number, random: Random): Page {
  const slope = (random.next() - 0.5) * 0.008
  const scale = pixelsPerPoint
  const words = page.runs
    .flatMap((run) => joinSome(toWords(run), noise, random))
    .filter(() => !random.chance(0.004 * noise))
    .map((word): Word => {
      const { x, y, width, height } = word.box
      const shake = () => (random.next() - 0.5) * height * 0.12
      return {
        text: misread(word.text, noise, random),
        box: {
          x: (x + shake() - slope * y) * scale,
          y: (y + slope * x + height * 0.14 + shake()) * scale,
          width: width * scale,
          height: height * (0.72 + shake() * 0.01) * scale,
        },
        confidence: 0.55 + random.next() * 0.44,
        origin: 'picture',
      }
    })
  return {
    number: at + 1,
    width: page.width * scale,
    height: page.height * scale,
    words,
    source: 'ocr',
    turned: 0,
  }
}

function joinSome(words: Word[], noise: number, random: Random): Word[] {
  const joined: Word[] = []
  for (const word of words) {
    const last = joined.at(-1)
    if (last && random.chance(0.03 * noise)) {
      last.text += word.text
      last.box.width = word.box.x + word.box.width - last.box.x
    } else joined.push(word)
  }
  return joined
}

const mistakes: { [letter: string]: string[] } = {
  '0': ['O'],
  O: ['0'],
  '1': ['l', 'I'],
  l: ['1', 'I'],
  I: ['l', '1'],
  '5': ['S'],
  S: ['5'],
  '8': ['B'],
  B: ['8'],
  ':': [';', '.', ''],
  '.': [',', ''],
  ',': ['.'],
  '☒': ['X', '@', '[X]'],
  '☐': ['O', '[]', 'D'],
  '☑': ['M', '[v]'],
  é: ['e'],
  ñ: ['n'],
  ü: ['u'],
  ö: ['o'],
  m: ['rn'],
  c: ['e'],
  g: ['q'],
}

function misread(text: string, noise: number, random: Random): string {
  if (!random.chance(0.05 * noise) && !/[☒☐☑✓]/.test(text)) return text
  const read = [...text].map((letter) => {
    const wrong = mistakes[letter]
    return wrong && random.chance(0.3) ? random.pick(wrong) : letter
  })
  return read.join('') || text
}
