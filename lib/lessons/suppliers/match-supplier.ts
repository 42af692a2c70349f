import { textKey } from '../print/text-key'
import { likeness } from './layout-marks'

/** What a paper says of whose it is. */
export type Identity = { taxId: string | null; name: string | null; marks: string[] | null }

export type KnownSupplier = {
  id: string
  /** Keys of what was printed or answered on its papers. */
  taxIds: string[]
  names: string[]
  /** Words with places that all of its papers have. */
  form: string[]
}

/** Below it a paper that has the name of a supplier has another form: that of somebody who is named on it. */
const leastOfNamed = 0.25
const leastOfNameless = 0.7
/** Two suppliers of one form (the same program) are told apart by name alone. */
const leastLead = 0.15

/** The supplier of a paper: by tax id, else by name, else by its form; null where it is none that is known, or two. */
export function matchSupplier({
  identity,
  suppliers,
}: {
  identity: Identity
  suppliers: KnownSupplier[]
}): KnownSupplier | null {
  const { marks } = identity
  const formOf = ({ form }: KnownSupplier) => (marks ? likeness({ form, marks }) : null)
  const isPossible = (supplier: KnownSupplier) => (formOf(supplier) ?? 1) >= leastOfNamed
  const named =
    onlyOne(suppliers.filter(({ taxIds }) => holdsKey({ keys: taxIds, text: identity.taxId }))) ??
    onlyOne(suppliers.filter(({ names }) => holdsKey({ keys: names, text: identity.name })))
  if (named) return isPossible(named) ? named : null
  const [first, second] = suppliers
    .map((supplier) => ({ supplier, like: formOf(supplier) ?? 0 }))
    .sort((one, other) => other.like - one.like)
  const isClear = first && first.like >= leastOfNameless && first.like - (second?.like ?? 0) >= leastLead
  return isClear ? first.supplier : null
}

const onlyOne = <Item>(items: Item[]): Item | null => (items.length === 1 ? (items[0] ?? null) : null)

function holdsKey({ keys, text }: { keys: string[]; text: string | null }): boolean {
  const key = text === null ? '' : textKey(text)
  return key !== '' && keys.includes(key)
}
