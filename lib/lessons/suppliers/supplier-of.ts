import { textKey } from '../print/text-key'
import { commonMarks } from './layout-marks'
import type { KnownSupplier } from './match-supplier'

type Issuer = { taxId: string | null; name: string | null }

/** A paper's issuer as it was answered and as people put it right, and its form where its words are at hand. */
export type IssuedPaper = { answered: Issuer; truth: Issuer; marks: string[] | null }

const newest = 5

/** What a supplier is known by, told by its papers, the newest last. */
export function supplierOf({ id, papers }: { id: string; papers: IssuedPaper[] }): KnownSupplier {
  const taxIds = keysOf(papers.map(({ truth }) => truth.taxId))
  const names = keysOf(papers.map(({ truth }) => truth.name))
  const marks = papers.flatMap((paper) => (paper.marks ? [paper.marks] : [])).slice(-newest)
  return {
    id,
    taxIds,
    names,
    aliases: {
      taxIds: keysOf(papers.map(({ answered }) => answered.taxId)).filter((key) => !taxIds.includes(key)),
      names: keysOf(papers.map(({ answered }) => answered.name)).filter((key) => !names.includes(key)),
    },
    form: marks.length >= 2 ? commonMarks(marks) : [],
  }
}

function keysOf(texts: (string | null)[]): string[] {
  return [...new Set(texts.map((text) => textKey(text ?? '')).filter((key) => key !== ''))]
}
