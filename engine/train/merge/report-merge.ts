import type { MergeWeights } from '../../readers/merge/merge-readings'
import { mergeReadings } from '../../readers/merge/merge-readings'
import { print } from '../report'
import { countFound, editDistance } from './compare-texts'
import { inCaseOf } from './line-choices'
import type { PrintedLine } from './printed-lines'

/** Letters, words and accents by kind of print, as the recogniser, tesseract and the merge of both read them. */
export function printReadings(input: {
  lines: PrintedLine[]
  weightsOf: (line: PrintedLine) => MergeWeights
}): void {
  const readers: [string, (line: PrintedLine) => string][] = [
    ['PP-OCR', ({ letters }) => letters.map(({ text }) => text).join('')],
    ['tesseract', ({ words }) => words.map(({ text }) => text).join(' ')],
    ['merge', (line) => readMerged({ line, weights: input.weightsOf(line) })],
  ]
  print(`\n${'letters / words / accents'.padEnd(34)}${readers.map(([name]) => name.padStart(30)).join('')}`)
  for (const kind of [...new Set(input.lines.map((line) => line.kind))].sort()) {
    const lines = input.lines.filter((line) => line.kind === kind)
    const cells = readers.map(([, read]) => scoreLines({ lines, read }).padStart(30))
    print(`${kind}, ${lines.length} lines`.padEnd(34) + cells.join(''))
  }
}

function readMerged({ line, weights }: { line: PrintedLine; weights: MergeWeights }): string {
  return mergeReadings({ ...line, weights })
    .map(({ text }) => text)
    .join('')
}

function scoreLines(input: { lines: PrintedLine[]; read: (line: PrintedLine) => string }): string {
  const sums = { letters: 0, mistakes: 0, words: 0, wordsFound: 0, accents: 0, accentsFound: 0 }
  for (const line of input.lines) {
    const truth = toComparable({ line, text: line.truth })
    const read = toComparable({ line, text: input.read(line) })
    const [words, accents] = [truth.split(' '), listAccents(truth)]
    sums.letters += truth.length
    sums.mistakes += Math.min(truth.length, editDistance({ from: read, to: truth }))
    sums.words += words.length
    sums.wordsFound += countFound({ truth: words, read: read.split(' ') })
    sums.accents += accents.length
    sums.accentsFound += countFound({ truth: accents, read: listAccents(read) })
  }
  const letters = (1 - sums.mistakes / sums.letters).toFixed(3)
  const words = (sums.wordsFound / sums.words).toFixed(3)
  return `${letters} / ${words} / ${sums.accentsFound} of ${sums.accents}`
}

function toComparable({ line, text }: { line: PrintedLine; text: string }): string {
  return inCaseOf({ line, text }).normalize('NFKC').replace(/\s+/g, ' ').trim()
}

function listAccents(text: string): string[] {
  return text.match(/[^\p{ASCII}]/gu) ?? []
}
