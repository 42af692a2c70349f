import type { Page, Reading, Word } from '@/engine/readers/reading'

/** A page of text on a grid: ten units a character, twenty a line; two blanks in a row are a column gap. */
export function pageOfText(...lines: string[]): Reading {
  return pagesOfText(lines)
}

/** Pages of text on such a grid. */
export function pagesOfText(...pages: string[][]): Reading {
  return { pages: pages.map((lines, at) => toPage({ lines, number: at + 1 })), attachments: [], notices: [] }
}

function toPage({ lines, number }: { lines: string[]; number: number }): Page {
  const words = lines.flatMap((line, row) => wordsOf({ line, row }))
  return { number, width: 800, height: 1000, words, source: 'text', turned: 0 }
}

function wordsOf({ line, row }: { line: string; row: number }): Word[] {
  return [...line.matchAll(/\S+/g)].map((match) => ({
    text: match[0],
    confidence: 1,
    origin: 'text',
    box: { x: match.index * 10, y: row * 20, width: match[0].length * 10, height: 14 },
  }))
}
