import type { Value } from '../values/make-value'
import type { FormField } from '../vocabulary/fields'
import type { FormKind, Role, TableSpec } from '../vocabulary/vocabulary'

/** A field as the form prints it; without a value, the label stands alone. */
export type Entry = {
  field: FormField
  label: string
  value: Value | null
  /** Where the schema asks for it; null where it does not. */
  path: string | null
}

export type ListEntry = { field: FormField; label: string; items: string[]; path: string | null }

export type Section = {
  /** The role or group that the entries are about; of it schemas make names. */
  key: string
  role: Role | null
  heading: string | null
  /** What schemas may call it. */
  names: string[]
  entries: Entry[]
  lists: ListEntry[]
  /** Fields that could stand here but do not: asked for, they are absent. */
  unprinted: FormField[]
}

export type TableColumn = { field: FormField; label: string; name: string | null }

export type TablePlan = {
  spec: TableSpec
  title: string
  columns: TableColumn[]
  /** Null where a cell is empty. */
  rows: (Value | null)[][]
  path: string | null
}

export type FormPlan = {
  kind: FormKind
  title: Entry
  issuer: Entry
  sections: Section[]
  tables: TablePlan[]
}
