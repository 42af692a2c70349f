import { isList, makeValue, type Value } from '../values/make-value'
import type { Office } from '../values/office'
import type { FormField } from '../vocabulary/fields'
import { type FormKind, getTable, inLanguage, type TableSpec, tableNames } from '../vocabulary/vocabulary'
import type { TableColumn, TablePlan } from './plan'
import { isKnownIn, labelsOf } from './plan-form'

export function planTables({ kind, office }: { kind: FormKind; office: Office }): TablePlan[] {
  const { random } = office
  const own = random.some(
    kind.tables,
    random.weighted([
      [0, 1],
      [1, 5],
      [2, kind.tables.length > 1 ? 2 : 0],
    ]),
  )
  const names = own.length === 0 && random.chance(0.1) ? [random.pick(tableNames)] : own
  return names
    .map((name) => planTable({ spec: getTable(name), office }))
    .filter(({ columns }) => columns.length > 1)
}

function planTable({ spec, office }: { spec: TableSpec; office: Office }): TablePlan {
  const { random } = office
  const known =
    office.language === 'en'
      ? spec.columns
      : spec.columns.filter(isKnownIn(office)).map((field) => inLanguage(field, office.language))
  const [first, ...others] = known.filter((field) => !isList(field))
  const chosen = random.some(others, random.whole(1, Math.min(7, Math.max(1, others.length))))
  const fields = first ? [first, ...others.filter((field) => chosen.includes(field))] : []
  const columns =
    random.chance(0.12) && fields.length > 2 ? [...fields.slice(1), ...fields.slice(0, 1)] : fields
  const sparse = random.chance(0.35) && columns.length > 2 ? random.whole(1, columns.length - 1) : -1
  const units = new Map(columns.map((field) => [field, random.chance(0.5)]))
  const [least, most] = spec.rows
  const count = random.chance(0.08) ? random.whole(most, 40) : random.whole(least, most)
  return {
    spec,
    title: random.pick(labelsOf({ key: `table_${spec.key}`, labels: spec.titles }, office)),
    columns: columns.map((field) => toColumn({ field, office, isUnitAbove: units.get(field) === true })),
    rows: inOrder(
      Array.from({ length: count }, () =>
        columns.map((field, at) =>
          at === sparse && random.chance(0.3)
            ? null
            : makeCell({ field, office, isUnitAbove: units.get(field) === true }),
        ),
      ),
    ),
    path: null,
  }
}

/** Rows that begin with a day follow one another; row numbers count. */
function inOrder(rows: (Value | null)[][]): (Value | null)[][] {
  const dayOf = (row: (Value | null)[]) => (row[0]?.type === 'date' ? String(row[0].truth) : '')
  const sorted = [...rows].sort((a, b) => dayOf(a).localeCompare(dayOf(b)))
  return sorted.map((row, at) =>
    row.map((value) => (value?.isRowNumber ? { ...value, lines: [String(at + 1)], truth: at + 1 } : value)),
  )
}

function toColumn(given: { field: FormField; office: Office; isUnitAbove: boolean }): TableColumn {
  const { field, office, isUnitAbove } = given
  const label = office.random.pick(labelsOf(field, office))
  const unit = makeValue({ field, office }).unit
  return { field, label: isUnitAbove && unit !== undefined ? `${label} (${unit})` : label, name: null }
}

/** Cells are short: one line, and units in the header where it names them. */
function makeCell(given: { field: FormField; office: Office; isUnitAbove: boolean }): Value {
  const { options: _, ...value } = makeValue(given)
  if (value.unit !== undefined && given.isUnitAbove) delete value.after
  return value.lines.length > 1 ? { ...value, lines: [value.lines.join(', ')] } : value
}
