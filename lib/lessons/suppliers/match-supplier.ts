import { textKey } from '../print/text-key'
import { likeness } from './layout-marks'

/** What a paper says of whose it is. */
export type Identity = { taxId: string | null; name: string | null; marks: string[] | null }

export type KnownSupplier = {
  id: string
  /** Keys of its tax numbers and names as people put them right. */
  taxIds: string[]
  names: string[]
  /** Keys of what else was answered as these on its papers. */
  aliases: { taxIds: string[]; names: string[] }
  /** Words with places that all of its papers have. */
  form: string[]
}

/** Below it a paper that has the name of a supplier has another form: that of somebody who is named on it. */
const leastOfNamed = 0.25
const leastOfNameless = 0.7
/** Two suppliers of one form (the same program) are told apart by name alone. */
const leastLead = 0.15

/** The supplier of a paper: by tax id, else by name, else by its form; null where it is none that is known, or two. */
export function matchSupplier<Supplier extends KnownSupplier>({
  identity,
  suppliers,
}: {
  identity: Identity
  suppliers: Supplier[]
}): Supplier | null {
  const { marks } = identity
  const formOf = ({ form }: KnownSupplier) => (marks ? likeness({ form, marks }) : null)
  const isPossible = (supplier: Supplier) => (formOf(supplier) ?? 1) >= leastOfNamed
  const named = ownerOf({ issuer: identity, suppliers }) ?? aliasOf({ issuer: identity, suppliers })
  if (named) return isPossible(named) ? named : null
  const [first, second] = suppliers
    .map((supplier) => ({ supplier, like: formOf(supplier) ?? 0 }))
    .sort((one, other) => other.like - one.like)
  const isClear = first && first.like >= leastOfNameless && first.like - (second?.like ?? 0) >= leastLead
  return isClear ? first.supplier : null
}

type Issued<Supplier> = { issuer: Omit<Identity, 'marks'>; suppliers: Supplier[] }

/** Whose tax number or name this is, as people put it right. */
export function ownerOf<Supplier extends KnownSupplier>({
  issuer,
  suppliers,
}: Issued<Supplier>): Supplier | null {
  return (
    onlyOne(suppliers.filter(({ taxIds }) => holdsKey({ keys: taxIds, text: issuer.taxId }))) ??
    onlyOne(suppliers.filter(({ names }) => holdsKey({ keys: names, text: issuer.name })))
  )
}

/** On whose papers alone this was answered, right or wrong. */
function aliasOf<Supplier extends KnownSupplier>({ issuer, suppliers }: Issued<Supplier>): Supplier | null {
  return (
    onlyOne(suppliers.filter(({ aliases }) => holdsKey({ keys: aliases.taxIds, text: issuer.taxId }))) ??
    onlyOne(suppliers.filter(({ aliases }) => holdsKey({ keys: aliases.names, text: issuer.name })))
  )
}

const onlyOne = <Item>(items: Item[]): Item | null => (items.length === 1 ? (items[0] ?? null) : null)

function holdsKey({ keys, text }: { keys: string[]; text: string | null }): boolean {
  const key = text === null ? '' : textKey(text)
  return key !== '' && keys.includes(key)
}
