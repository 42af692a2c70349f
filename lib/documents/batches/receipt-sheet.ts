import 'server-only'
import type { Translate } from '@/lib/i18n/translate-messages'
import type { CsvValue } from '@/lib/table/csv'
import type { TableColumn, TableSheet } from '@/lib/table/table-sheet'
import { sortableTime } from '../export/document-columns'
import type { BatchDetail, BatchFile } from './schema'

type Receipt = { batch: BatchDetail; t: Translate; timeZone: string }

/** A receipt as a table: one row a file, in the order they were chosen. */
export function receiptSheet({ batch, t, timeZone }: Receipt): TableSheet {
  const columns = columnsOf({ t, time: sortableTime(timeZone) })
  return {
    name: t('batch.title'),
    columns: columns.map(({ cell: _, ...column }) => column),
    rows: async function* () {
      for (const file of batch.files) yield columns.map(({ cell }) => cell(file))
    },
  }
}

type FileColumn = TableColumn & { cell: (file: BatchFile) => CsvValue }

type Reader = { t: Translate; time: ReturnType<typeof sortableTime> }

function columnsOf({ t, time }: Reader): FileColumn[] {
  const text = (
    key: 'name' | 'sha256' | 'reason' | 'document' | 'at',
    cell: FileColumn['cell'],
    width: number,
  ) => ({
    head: t(`batch.column.${key}`),
    isText: true,
    width,
    cell,
  })
  return [
    { head: t('batch.column.place'), cell: ({ place }) => place },
    text('name', ({ name }) => name, 40),
    { head: t('batch.column.bytes'), cell: ({ bytes }) => bytes },
    { head: t('batch.column.pages'), cell: ({ pages }) => pages },
    { head: t('batch.column.outcome'), width: 14, cell: ({ outcome }) => t(`batch.outcome.${outcome}`) },
    text('reason', ({ message, code }) => message ?? code, 40),
    text('at', ({ at }) => time(at), 20),
    text('document', ({ documentId, duplicateOf }) => documentId ?? duplicateOf, 40),
    text('sha256', ({ sha256 }) => sha256, 66),
  ]
}
