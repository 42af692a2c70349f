import type { PrintedLine, PrintedPage, PrintedWord } from '../print/print'
import { isSame } from './paper'
import { readText } from './read-words'
import type { ReadAs, Scalar } from './rule'

/** One printing of a value. */
export type Printing = {
  page: PrintedPage
  line: number
  /** Places of its words in the line. */
  from: number
  to: number
  words: PrintedWord[]
  read: ReadAs
}

const mostPrintings = 6
const mostWords = 12

/** Where a value is printed, in every way in which it may be read. */
export function findPrintings({
  print,
  value,
  reads,
}: {
  print: PrintedPage[]
  value: Scalar
  reads: ReadAs[]
}) {
  const found = print.flatMap((page) =>
    page.lines.flatMap((words, line) =>
      reads.flatMap((read) => findInLine({ words, value, read }).map((at) => ({ ...at, page, line, read }))),
    ),
  )
  return found.slice(0, mostPrintings)
}

type InLine = { words: PrintedLine; value: Scalar; read: ReadAs }

function findInLine({ words, value, read }: InLine): Pick<Printing, 'from' | 'to' | 'words'>[] {
  const most = Math.min(mostWords, read.as === 'text' ? read.words : read.as === 'date' ? 6 : 4)
  const found: Pick<Printing, 'from' | 'to' | 'words'>[] = []
  for (let from = 0; from < words.length; from += 1) {
    for (let to = Math.min(words.length, from + most); to > from; to -= 1) {
      const part = words.slice(from, to)
      const text = part.map((word) => word.text).join(' ')
      if (!isSame({ one: readText({ text, read }), other: value })) continue
      found.push({ from, to, words: part })
      break
    }
  }
  // `EUR 12.50` and `12.50` are one printing: the shortest that ends there.
  return found.filter((one, at) => !found.some((other, later) => later > at && other.to === one.to))
}
