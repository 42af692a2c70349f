import type { Translate } from '@/lib/i18n/translate-messages'
import { stepLabel } from '@/lib/steps/step-label'
import type { CsvValue } from '@/lib/table/csv'
import type { TableColumn, TableSheet } from '@/lib/table/table-sheet'
import type { ExportRows } from '../model/schema'
import {
  type DocumentColumn,
  type ExportedDocument,
  headlineColumns,
  idColumn,
  leadingColumns,
  trailingColumns,
} from './document-columns'
import type { ExportPlan, PlannedStep } from './export-plan'
import { lineColumns, lineRows } from './line-columns'
import { type ResultColumn, readCell } from './result-columns'
import { flatten, splitResult } from './split-result'

export type ExportSource = {
  plan: ExportPlan
  /** All documents, or those of one step. */
  documents: (stepId?: string) => AsyncIterable<ExportedDocument>
  t: Translate
  timeZone: string
}

/**
 * The sheets of a workbook. Documents of one step stand on one sheet with their values, and their lines on another; of
 * several steps each has sheets of its own, so that no column holds values that mean different things.
 */
export function workbookSheets(source: ExportSource): TableSheet[] {
  const { plan, t } = source
  const [only, ...others] = plan.steps
  const name = t('export.sheet.documents')
  if (!only || others.length > 0) {
    const all = documentSheet({ source, name, columns: headlineColumns(source) })
    return [all, ...plan.steps.flatMap((step) => stepSheets({ source, step }))]
  }
  return [
    documentSheet({ source, name, columns: only.values.map(valueColumn) }),
    ...lineSheets({ source, steps: [only], name: t('export.sheet.lines') }),
  ]
}

/** One table for all steps: the columns of each are kept apart by its name. */
export function csvSheet({ rows, ...source }: ExportSource & { rows: ExportRows }): TableSheet {
  const { plan } = source
  const isOne = plan.steps.length === 1
  const values = plan.steps.flatMap((step) =>
    step.values
      .map((column) =>
        valueColumn(
          isOne
            ? column
            : { ...column, head: `${stepLabel({ t: source.t, name: step.name })}: ${column.head}` },
        ),
      )
      .map((column) => ({ ...column, cell: ofStep({ step, cell: column.cell }) })),
  )
  const name = ''
  const [lines] = rows === 'lines' ? lineSheets({ source, steps: plan.steps, name }) : []
  const sheet =
    rows === 'lines'
      ? (lines ?? { name, columns: lineColumns({ ...source, steps: [] }), rows: noRows })
      : documentSheet({ source, name, columns: isOne ? values : [...headlineColumns(source), ...values] })
  return { ...sheet, rows: () => inWords({ rows: sheet.rows(), t: source.t }) }
}

type DocumentSheet = { source: ExportSource; name: string; columns: DocumentColumn[] }

function documentSheet({ source, name, columns }: DocumentSheet): TableSheet {
  const trailing = trailingColumns(source)
  const all = [
    ...leadingColumns(source),
    ...columns,
    ...trailing.slice(0, -1),
    ...detailColumns(source),
    ...trailing.slice(-1),
  ]
  return {
    name,
    columns: withUniqueHeads(all),
    rows: () => documentRows({ columns: all, documents: source.documents() }),
  }
}

function stepSheets({ source, step }: { source: ExportSource; step: PlannedStep }): TableSheet[] {
  const [name] = leadingColumns(source)
  const columns = [idColumn(source), ...(name ? [name] : []), ...step.values.map(valueColumn)]
  const values = {
    name: stepLabel({ t: source.t, name: step.name }),
    columns: withUniqueHeads(columns),
    rows: () => documentRows({ columns, documents: source.documents(step.id) }),
  }
  const lines = `${source.t('export.sheet.lines')} ${stepLabel({ t: source.t, name: step.name })}`
  return [...(step.values.length > 0 ? [values] : []), ...lineSheets({ source, steps: [step], name: lines })]
}

type LineSheets = { source: ExportSource; steps: PlannedStep[]; name: string }

/** None where no result has a list of things. */
function lineSheets({ source, steps, name }: LineSheets): TableSheet[] {
  const withLines = steps.filter(({ lists }) => lists.length > 0)
  if (withLines.length === 0) return []
  const columns = lineColumns({ ...source, steps: withLines })
  const [only, ...others] = withLines
  const documents = () => source.documents(others.length === 0 ? only?.id : undefined)
  return [
    { name, columns: withUniqueHeads(columns), rows: () => lineRows({ columns, documents: documents() }) },
  ]
}

type Rows = { columns: DocumentColumn[]; documents: AsyncIterable<ExportedDocument> }

async function* documentRows({ columns, documents }: Rows): AsyncGenerator<CsvValue[]> {
  for await (const document of documents) yield columns.map(({ cell }) => cell(document))
}

async function* noRows(): AsyncGenerator<CsvValue[]> {}

async function* inWords({
  rows,
  t,
}: {
  rows: AsyncIterable<CsvValue[]>
  t: Translate
}): AsyncGenerator<CsvValue[]> {
  for await (const row of rows) {
    yield row.map((value) => (typeof value === 'boolean' ? t(value ? 'export.yes' : 'export.no') : value))
  }
}

function valueColumn({ path, head, kind, width }: ResultColumn): DocumentColumn {
  const isText = kind === 'text'
  return { head, width, isText, cell: ({ result }) => readCell({ value: valuesOf(result)[path], kind }) }
}

/** Of the document looked at last: each of its columns asks for it. */
const split = new WeakMap<object, ReturnType<typeof splitResult>['values']>()

function valuesOf(result: Record<string, unknown> | null) {
  if (!result) return {}
  const known = split.get(result) ?? splitResult(result).values
  split.set(result, known)
  return known
}

type StepCell = { step: PlannedStep; cell: DocumentColumn['cell'] }

const ofStep =
  ({ step, cell }: StepCell): DocumentColumn['cell'] =>
  (document) =>
    document.summary.step.id === step.id ? cell(document) : null

function detailColumns({ plan, t }: Pick<ExportSource, 'plan' | 't'>): DocumentColumn[] {
  return plan.details.map((name) => ({
    head: t('export.detail', { name }),
    cell: ({ metadata }) => flatten(metadata ?? {})[name],
  }))
}

/** A field may be called as a column of the desk is. */
function withUniqueHeads(columns: TableColumn[]): TableColumn[] {
  const taken = new Map<string, number>()
  return columns.map((column) => {
    const count = (taken.get(column.head) ?? 0) + 1
    taken.set(column.head, count)
    return count > 1 ? { ...column, head: `${column.head} (${count})` } : column
  })
}
