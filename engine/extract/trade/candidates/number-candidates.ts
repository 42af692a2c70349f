import { splitCell, surroundingsOf } from '@/engine/extract/layout/surroundings'
import { textOf, wordsBetween } from '@/engine/extract/layout/word-text'
import { conceptsOf, type Paper } from '@/engine/extract/paper/paper'
import type { CandidateType } from '@/engine/extract/schema/trade-fields'
import { findIbans } from '@/engine/extract/values/iban'
import { readTime } from '@/engine/extract/values/read-values'
import { findTaxIds } from '@/engine/extract/values/tax-ids'
import type { Candidate } from './candidate'
import { listCodes } from './code-candidates'
import type { PageLine } from './page-lines'

type Input = { paper: Paper; lines: PageLine[] }
type Spotted = { value: string; start: number; end: number; traits?: string[] }

/** What has the form of a country's tax id, and any number that is labelled as one. */
export function listTaxIds({ paper, lines }: Input): Candidate[] {
  const formed = spot({
    lines,
    type: 'tax_id',
    find: (text) =>
      findTaxIds(text).map((id) => ({ ...id, traits: [`kind:${id.kind}`, `proven:${id.isProven}`] })),
  })
  const taken = new Set(formed.flatMap(({ words }) => words))
  const labelled = listCodes({ paper, lines }).filter(
    (code) =>
      code.key.length >= shortestTaxId &&
      !code.words.some((word) => taken.has(word)) &&
      isLabelled({ paper, code }),
  )
  return [...formed, ...labelled.map((code): Candidate => ({ ...code, type: 'tax_id' }))]
}

const shortestTaxId = 7

function isLabelled({ paper, code }: { paper: Paper; code: Candidate }): boolean {
  const { segment, words } = code
  const { left, above } = surroundingsOf({ layout: paper.layout, segment })
  const cells = [left[0], above[0]].flatMap((cell) => (cell ? [{ words: cell.words, segment: cell }] : []))
  return [{ words: splitCell({ segment, words }).before, segment }, ...cells].some((label) =>
    conceptsOf({ ...label, paper }).some(({ concept }) => concept === 'supplier_tax_id'),
  )
}

export function listIbans({ lines }: Input): Candidate[] {
  return spot({ lines, type: 'iban', find: findIbans })
}

/** The first time of day in each segment. */
export function listTimes({ lines }: Input): Candidate[] {
  return lines.flatMap(({ line }) =>
    line.segments.flatMap((segment): Candidate[] => {
      const time = readTime(segment.words)
      if (!time) return []
      return [
        { type: 'time', value: time.value, key: time.value, words: time.words, line, segment, traits: [] },
      ]
    }),
  )
}

function spot({
  lines,
  type,
  find,
}: {
  lines: PageLine[]
  type: CandidateType
  find: (text: string) => Spotted[]
}): Candidate[] {
  return lines.flatMap(({ line }) => {
    const words = line.segments.flatMap((segment) => segment.words)
    return find(textOf(words)).flatMap(({ value, start, end, traits = [] }): Candidate[] => {
      const own = wordsBetween({ words, start, end })
      const [first] = own
      const segment = first && line.segments.find((one) => one.words.includes(first))
      const key = value.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase()
      return segment ? [{ type, value, key, words: own, line, segment, traits }] : []
    })
  })
}
