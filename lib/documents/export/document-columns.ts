import type { MessageKey } from '@/lib/i18n/catalogues'
import type { Translate } from '@/lib/i18n/translate-messages'
import { stepLabel } from '@/lib/steps/step-label'
import type { CsvValue } from '@/lib/table/csv'
import type { TableColumn } from '@/lib/table/table-sheet'
import type { DocumentSummary } from '../model/schema'

export type ExportedDocument = {
  summary: DocumentSummary
  /** As people corrected it; null where there is none. */
  result: Record<string, unknown> | null
  /** What was told with the upload. */
  metadata: Record<string, unknown> | null
  checkedBy: string | null
}

/** A column of what the desk knows of a document, whatever was read of it. */
export type DocumentColumn = TableColumn & { cell: (document: ExportedDocument) => CsvValue }

type Reader = { t: Translate; timeZone: string }

/** Which document it is and how it stands. */
export function leadingColumns({ t, timeZone }: Reader): DocumentColumn[] {
  const time = sortableTime(timeZone)
  const head = (key: MessageKey) => t(key)
  return [
    { head: head('export.name'), isText: true, width: 28, cell: ({ summary }) => summary.name },
    { head: head('export.state'), cell: ({ summary }) => t(`state.${summary.state}`) },
    { head: head('to_review'), width: 12, cell: ({ summary }) => summary.toReview },
    { head: head('export.checked_by'), isText: true, width: 18, cell: ({ checkedBy }) => checkedBy },
    { head: head('export.checked_at'), width: 16, cell: ({ summary }) => time(summary.checkedAt) },
  ]
}

/** By what people know a document, where the results of several steps stand side by side. */
export function headlineColumns({ t }: Reader): DocumentColumn[] {
  return [
    ...knownBy({ t }),
    { head: t('export.due'), cell: ({ summary }) => summary.headline?.due },
    { head: t('export.currency'), isText: true, cell: ({ summary }) => summary.headline?.currency },
    { head: t('export.total'), cell: ({ summary }) => summary.headline?.total },
  ]
}

function knownBy({ t }: Pick<Reader, 't'>): DocumentColumn[] {
  return [
    { head: t('export.supplier'), isText: true, width: 28, cell: ({ summary }) => summary.headline?.from },
    { head: t('export.number'), isText: true, width: 18, cell: ({ summary }) => summary.headline?.number },
    { head: t('export.issued'), cell: ({ summary }) => summary.headline?.issued },
  ]
}

/** Whose line it is. Amounts of the whole are not among them: repeated on each line they would add up to too much. */
export function lineOwnerColumns(reader: Reader): DocumentColumn[] {
  const { t } = reader
  return [
    idColumn(reader),
    { head: t('export.name'), isText: true, width: 28, cell: ({ summary }) => summary.name },
    ...knownBy(reader),
    { head: t('export.currency'), isText: true, cell: ({ summary }) => summary.headline?.currency },
  ]
}

export function trailingColumns(reader: Reader): DocumentColumn[] {
  const { t, timeZone } = reader
  const time = sortableTime(timeZone)
  return [
    {
      head: t('export.step'),
      isText: true,
      width: 20,
      cell: ({ summary }) => stepLabel({ t, name: summary.step.name }),
    },
    { head: t('export.pages'), cell: ({ summary }) => summary.pages },
    { head: t('export.person'), isText: true, width: 18, cell: ({ summary }) => summary.uploadedBy.name },
    { head: t('export.received'), width: 16, cell: ({ summary }) => time(summary.receivedAt) },
    { head: t('export.finished'), width: 16, cell: ({ summary }) => time(summary.finishedAt) },
    idColumn(reader),
  ]
}

export function idColumn({ t }: Pick<Reader, 't'>): DocumentColumn {
  return { head: t('export.id'), isText: true, width: 22, cell: ({ summary }) => summary.id }
}

/** `2026-02-28 23:59` in the organisation's zone: a date to every spreadsheet, whatever its language. */
export function sortableTime(timeZone: string) {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  return (instant: string | null) => (instant ? format.format(new Date(instant)) : null)
}
