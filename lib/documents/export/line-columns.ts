import { stepLabel } from '@/lib/steps/step-label'
import type { CsvValue } from '@/lib/table/csv'
import type { TableColumn } from '@/lib/table/table-sheet'
import { type ExportedDocument, lineOwnerColumns } from './document-columns'
import type { PlannedStep } from './export-plan'
import type { ExportSource } from './export-sheets'
import { type LineList, type ResultColumn, readCell } from './result-columns'
import { type ResultLine, splitResult } from './split-result'

type Line = { document: ExportedDocument; line: ResultLine }
type LineColumn = TableColumn & { cell: (row: Line) => CsvValue }

type LineSource = Pick<ExportSource, 't' | 'timeZone'> & { steps: PlannedStep[] }

/** One row for each line of a document; where there are several steps or lists, the columns of each are kept apart. */
export function lineColumns(source: LineSource): LineColumn[] {
  const { t, steps } = source
  const lists = steps.flatMap((step) => step.lists.map((list) => ({ step, list })))
  const isOneStep = steps.length < 2
  const prefix = ({ step, list }: { step: PlannedStep; list: LineList }) =>
    [
      isOneStep ? '' : `${stepLabel({ t, name: step.name })}: `,
      step.lists.length < 2 ? '' : `${list.head} · `,
    ].join('')
  const owner = lineOwnerColumns(source).map(({ cell, ...column }) => ({
    ...column,
    cell: ({ document }: Line) => cell(document),
  }))
  return [
    ...owner,
    ...(isOneStep
      ? []
      : [
          {
            head: t('export.step'),
            isText: true,
            cell: ({ document }: Line) => stepLabel({ t, name: document.summary.step.name }),
          },
        ]),
    ...(lists.length < 2 ? [] : [{ head: t('export.list'), isText: true, cell: listHead(steps) }]),
    { head: t('export.line'), width: 6, cell: ({ line }) => line.number },
    ...lists.flatMap(({ step, list }) =>
      list.columns.map((column) => lineColumn({ step, list, column, prefix: prefix({ step, list }) })),
    ),
  ]
}

type Rows = { columns: LineColumn[]; documents: AsyncIterable<ExportedDocument> }

export async function* lineRows({ columns, documents }: Rows): AsyncGenerator<CsvValue[]> {
  for await (const document of documents) {
    for (const line of splitResult(document.result ?? {}).lines) {
      yield columns.map(({ cell }) => cell({ document, line }))
    }
  }
}

type ListColumn = { step: PlannedStep; list: LineList; column: ResultColumn; prefix: string }

function lineColumn({ step, list, column, prefix }: ListColumn): LineColumn {
  const { path, head, kind, width } = column
  return {
    head: `${prefix}${head}`,
    width,
    isText: kind === 'text',
    cell: ({ document, line }) =>
      document.summary.step.id === step.id && line.list === list.list
        ? readCell({ value: line.row[path], kind })
        : null,
  }
}

const listHead =
  (steps: PlannedStep[]): LineColumn['cell'] =>
  ({ document, line }) => {
    const step = steps.find(({ id }) => id === document.summary.step.id)
    return step?.lists.find(({ list }) => list === line.list)?.head ?? line.list
  }
