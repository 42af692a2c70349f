import type { MessageKey } from '@/lib/i18n/catalogues'
import type { Translate } from '@/lib/i18n/translate'
import type { CsvValue } from '@/lib/table/csv'
import type { DocumentSummary } from '../model/schema'
import { flattenResult } from './flatten-result'

export type ExportedDocument = { summary: DocumentSummary; result: Record<string, unknown> | null }

const ownColumns: { key: MessageKey; cell: (row: ColumnInput) => CsvValue }[] = [
  { key: 'export.name', cell: ({ summary }) => summary.name },
  { key: 'export.step', cell: ({ summary }) => summary.step.name },
  { key: 'export.state', cell: ({ summary, t }) => t(`state.${summary.state}`) },
  { key: 'export.pages', cell: ({ summary }) => summary.pages },
  { key: 'export.person', cell: ({ summary }) => summary.uploadedBy.name },
  { key: 'export.received', cell: ({ summary, time }) => time(summary.receivedAt) },
  { key: 'export.finished', cell: ({ summary, time }) => time(summary.finishedAt) },
  { key: 'export.id', cell: ({ summary }) => summary.id },
]

type ColumnInput = { summary: DocumentSummary; t: Translate; time: (instant: string | null) => string | null }

type TableSource = { documents: () => AsyncIterable<ExportedDocument>; t: Translate; timeZone: string }

/** Rows of a CSV file of documents: a header in the reader's language, then one or more rows per document. */
export async function* exportRows({ documents, t, timeZone }: TableSource): AsyncGenerator<CsvValue[]> {
  const paths = await collectPaths(documents())
  yield [...ownColumns.map(({ key }) => t(key)), ...paths]
  const time = sortableTime(timeZone)
  for await (const { summary, result } of documents()) {
    const own = ownColumns.map(({ cell }) => cell({ summary, t, time }))
    for (const row of flattenResult(result ?? {})) yield [...own, ...paths.map((path) => row[path])]
  }
}

/** The columns must stand in the first line, so all results are looked through before one is written. */
async function collectPaths(documents: AsyncIterable<ExportedDocument>): Promise<string[]> {
  const paths = new Set<string>()
  for await (const { result } of documents) {
    for (const row of flattenResult(result ?? {})) for (const path of Object.keys(row)) paths.add(path)
  }
  return [...paths]
}

/** `2026-02-28 23:59` in the organisation's zone: a date to every spreadsheet, whatever its language. */
function sortableTime(timeZone: string) {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  return (instant: string | null) => (instant ? format.format(new Date(instant)) : null)
}
