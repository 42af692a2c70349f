import { textKey } from '../print/text-key'
import { commonMarks } from './layout-marks'
import type { Identity, KnownSupplier } from './match-supplier'

/** A paper's issuer as it was answered, and as people put it right. */
type Issued = { identity: Identity; trueIdentity: Identity }

const newest = 5

/** What a supplier is known by: all that was printed or answered as its number and name, and the form of its papers. */
export function supplierOf({ id, papers }: { id: string; papers: Issued[] }): KnownSupplier {
  const both = papers.flatMap(({ identity, trueIdentity }) => [trueIdentity, identity])
  const keys = (texts: (string | null)[]) => [
    ...new Set(texts.flatMap((text) => (text === null || textKey(text) === '' ? [] : [textKey(text)]))),
  ]
  const marks = papers.flatMap(({ identity }) => (identity.marks ? [identity.marks] : [])).slice(-newest)
  return {
    id,
    taxIds: keys(both.map(({ taxId }) => taxId)),
    names: keys(both.map(({ name }) => name)),
    form: marks.length >= 2 ? commonMarks(marks) : [],
  }
}
