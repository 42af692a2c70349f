import { textKey } from './text-key'

/** What is printed on a paper, as the desk is told it; boxes in shares of the page, from its upper left corner. */
export type PageWords = {
  page: number
  width: number
  height: number
  words: { text: string; box: [x: number, y: number, width: number, height: number] }[]
}

/** A word where it stands on its page; lengths in the page's own unit. */
export type PrintedWord = { text: string; key: string; x: number; y: number; width: number; height: number }

export type PrintedLine = PrintedWord[]

export type PrintedPage = {
  page: number
  /** Counted from the last page, which is 1. */
  fromEnd: number
  width: number
  height: number
  /** Of most words: what distances are told in, so that a paper scanned larger is the same paper. */
  unit: number
  lines: PrintedLine[]
}

const wordsOfPage = 1500

/** `pageCount` is that of the paper, of which `pages` may be some. */
export function toPrint({ pages, pageCount }: { pages: PageWords[]; pageCount: number }): PrintedPage[] {
  return pages.map((page) => toPage({ page, fromEnd: pageCount - page.page + 1 }))
}

function toPage({ page, fromEnd }: { page: PageWords; fromEnd: number }): PrintedPage {
  const { width, height } = page
  const words = page.words.slice(0, wordsOfPage).map(
    ({ text, box: [x, y, w, h] }): PrintedWord => ({
      text,
      key: textKey(text),
      x: x * width,
      y: y * height,
      width: w * width,
      height: h * height,
    }),
  )
  const unit = middle(words.map((word) => word.height)) || 1
  return { page: page.page, fromEnd, width, height, unit, lines: toLines(words) }
}

/** Words whose middles are level are one line, whatever stands between them. */
function toLines(words: PrintedWord[]): PrintedLine[] {
  const lines: PrintedLine[] = []
  for (const word of [...words].sort((one, other) => middleOf(one) - middleOf(other))) {
    const line = lines.at(-1)
    const before = line?.at(-1)
    if (line && before && middleOf(word) - middleOf(before) < Math.min(word.height, before.height) / 2)
      line.push(word)
    else lines.push([word])
  }
  return lines.map((line) => line.sort((one, other) => one.x - other.x))
}

const middleOf = ({ y, height }: PrintedWord) => y + height / 2

function middle(lengths: number[]): number {
  const sorted = [...lengths].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

export const rightOf = ({ x, width }: PrintedWord) => x + width
export const gapBetween = (left: PrintedWord, right: PrintedWord) => right.x - rightOf(left)
export const joined = (words: PrintedWord[]) => words.map(({ text }) => text).join(' ')

/** The box around words of one line, in shares of the page. */
export function boxAround({
  words,
  page: { width, height },
}: {
  words: PrintedWord[]
  page: PrintedPage
}): [number, number, number, number] {
  const left = Math.min(...words.map(({ x }) => x))
  const top = Math.min(...words.map(({ y }) => y))
  const right = Math.max(...words.map(rightOf))
  const bottom = Math.max(...words.map((word) => word.y + word.height))
  const share = (length: number) => Math.round(Math.min(1, Math.max(0, length)) * 10_000) / 10_000
  return [
    share(left / width),
    share(top / height),
    share((right - left) / width),
    share((bottom - top) / height),
  ]
}
