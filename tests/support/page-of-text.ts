import type { Reading, Word } from '@/engine/readers/reading'

/** A page of text on a grid: ten units a character, twenty a line; two blanks in a row are a column gap. */
export function pageOfText(...lines: string[]): Reading {
  const words = lines.flatMap((line, row) => wordsOf({ line, row }))
  return {
    pages: [{ number: 1, width: 800, height: 1000, words, source: 'text', turned: 0 }],
    attachments: [],
    notices: [],
  }
}

function wordsOf({ line, row }: { line: string; row: number }): Word[] {
  return [...line.matchAll(/\S+/g)].map((match) => ({
    text: match[0],
    confidence: 1,
    origin: 'text',
    box: { x: match.index * 10, y: row * 20, width: match[0].length * 10, height: 14 },
  }))
}
