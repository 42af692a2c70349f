import { type TextLine, wordsOf } from '@/engine/extract/layout/layout'
import { textOf, wordsBetween } from '@/engine/extract/layout/word-text'
import { isLabelledAs } from '@/engine/extract/paper/concepts'
import type { Paper } from '@/engine/extract/paper/paper'
import { findIbans } from '@/engine/extract/values/ids/iban'
import { findTaxIds } from '@/engine/extract/values/ids/tax-ids'
import { readTime } from '@/engine/extract/values/read-values'
import { type Candidate, cellOf } from './candidate'
import { listCodes } from './code-candidates'
import { listLines } from './page-lines'

const shortestTaxId = 7

/** What has the form of a country's tax id, and any number that is labelled as one. */
export function listTaxIds(paper: Paper): Candidate[] {
  const formed = listLines(paper).flatMap((line) =>
    findTaxIds(textOf(wordsOf(line))).flatMap(({ kind, isProven, ...id }) => {
      const traits = [`kind:${kind}`, `proven:${isProven}`]
      return toCandidate({ ...id, type: 'tax_id', line, traits })
    }),
  )
  const taken = new Set(formed.flatMap(({ words }) => words))
  const labelled = listCodes(paper).filter(
    ({ key, words, segment }) =>
      key.length >= shortestTaxId &&
      !words.some((word) => taken.has(word)) &&
      isLabelledAs({ words, segment, concepts: ['supplier_tax_id'] }),
  )
  return [...formed, ...labelled.map((code): Candidate => ({ ...code, type: 'tax_id' }))]
}

export function listIbans(paper: Paper): Candidate[] {
  return listLines(paper).flatMap((line) =>
    findIbans(textOf(wordsOf(line))).flatMap((iban) =>
      toCandidate({ ...iban, type: 'iban', line, traits: [] }),
    ),
  )
}

type Spotted = Pick<Candidate, 'type' | 'line' | 'traits'> & { value: string; start: number; end: number }

function toCandidate({ start, end, value, line, ...own }: Spotted): Candidate[] {
  const words = wordsBetween({ words: wordsOf(line), start, end })
  const segment = cellOf({ line, words })
  const key = value.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase()
  return segment ? [{ ...own, value, key, words, line, segment }] : []
}

/** The first time of day in each segment. */
export function listTimes(paper: Paper): Candidate[] {
  return listLines(paper).flatMap((line: TextLine) =>
    line.segments.flatMap((segment): Candidate[] => {
      const time = readTime(segment.words)
      if (!time) return []
      const { value, words } = time
      return [{ type: 'time', value, key: value, words, line, segment, traits: [] }]
    }),
  )
}
