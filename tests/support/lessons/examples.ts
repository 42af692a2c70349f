import { type PageWords, toPrint } from '@/lib/lessons/print/print'
import type { Example, Paper } from '@/lib/lessons/rules/paper'
import type { Scalar } from '@/lib/lessons/rules/rule'

const width = 600
const height = 800
const wordHeight = 10

/** A page of lines from the top; two blanks or more part what stands far apart. */
export function pageOfLines(lines: string[]): PageWords {
  const words = lines.flatMap((line, row) =>
    [...line.matchAll(/\S+/g)].map(({ 0: text, index }): PageWords['words'][number] => ({
      text,
      box: [
        (20 + index * 6) / width,
        (40 + row * 16) / height,
        (text.length * 6 - 1) / width,
        wordHeight / height,
      ],
    })),
  )
  return { page: 1, width, height, words }
}

type Answers = Record<string, Scalar>

export function paperOf({ answered, lines }: { answered: Answers; lines?: string[] }): Paper {
  return {
    answered: Object.fromEntries(
      Object.entries(answered).map(([path, value]) => [path, { value, certainty: 0.9, text: null }]),
    ),
    print: lines ? toPrint({ pages: [pageOfLines(lines)], pageCount: 1 }) : null,
  }
}

type Made = { id: string; answered: Answers; truth: Answers; lines?: string[]; people?: string[] }

/** A paper that one person checked, unless it was several. */
export function exampleOf({ id, truth, people = ['ana'], ...paper }: Made): Example {
  return {
    ...paperOf(paper),
    documentId: id,
    truth,
    people: Object.fromEntries(Object.keys(truth).map((path) => [path, people])),
  }
}
