import 'server-only'
import { organisationTimeZone } from '@/lib/env'
import { AppError } from '@/lib/errors'
import type { Locale } from '@/lib/i18n/catalogues'
import { createTranslate } from '@/lib/i18n/translate'
import type { SignedInUser } from '@/lib/people/roles'
import { getColumnSet } from '@/lib/steps/exports/column-sets'
import type { TableFormat } from '@/lib/table/formats'
import type { TableSheet } from '@/lib/table/table-sheet'
import { recordExport, recordExportOf } from '../history/record-export'
import { valuesOf } from '../model/learnt'
import type { DocumentDetail, ExportRows } from '../model/schema'
import { getDocument } from '../read/get-document'
import { selectionFor } from '../read/list-documents'
import type { Selection } from '../read/list-store'
import type { ExportedDocument } from './document-columns'
import { exportName } from './export-name'
import { planExport } from './export-plan'
import { csvSheet, type ExportSource, workbookSheets } from './export-sheets'
import { findSchemas, readDocuments } from './export-store'
import { collectColumns } from './result-columns'
import { setSheets } from './set-sheets'

type Reader = {
  user: SignedInUser
  locale: Locale
  format: TableFormat
  rows: ExportRows
  /** A saved column set, by its name or id. */
  columns?: string | undefined
}

/** `name` is that of the file, without its ending. */
type ExportedTables = { name: string; sheets: TableSheet[] }

export async function exportList({
  user,
  filter,
  ids,
  ...reader
}: Reader & Pick<Selection, 'filter' | 'ids'>): Promise<ExportedTables> {
  const selection = { ...(await selectionFor({ user, filter })), ...(ids ? { ids } : {}) }
  const { timeZone } = selection
  if (reader.columns !== undefined) return exportSet({ ...reader, user, selection })
  const documents = (stepId?: string) =>
    readDocuments(stepId ? { ...selection, filter: { ...filter, step: stepId } } : selection)
  const rows = reader.format === 'csv' ? reader.rows : 'documents'
  const name = exportName({ filter, rows, t: createTranslate(reader.locale), now: new Date(), timeZone })
  return { name, sheets: await sheetsOf({ ...reader, user, filter, documents, timeZone }) }
}

type SetReader = Pick<Reader, 'user' | 'format' | 'columns' | 'locale'> & { selection: Selection }

/** The documents of the set's own step alone, in its columns. Throws export.not_found. */
async function exportSet({
  user,
  format,
  columns = '',
  locale,
  selection,
}: SetReader): Promise<ExportedTables> {
  const set = await getColumnSet(columns)
  const filter = { ...selection.filter, step: set.step.id }
  const isOther = selection.filter.step !== undefined && selection.filter.step !== set.step.id
  const documents = () => readDocuments({ ...selection, filter, ...(isOther ? { ids: [] } : {}) })
  const { columns: columnsOf } = collectColumns({ schema: (await findSchemas()).get(set.step.id), locale })
  const recorded = recordExport({ user, format, filter, documents: documents() })
  while (!(await recorded.next()).done);
  const sheets = setSheets({ spec: set.spec, name: set.name, documents, known: columnsOf() })
  return { name: set.name, sheets }
}

/** The tables of one result. Throws document.not_found, document.no_result. */
export async function exportOne({ user, id, ...reader }: Reader & { id: string }): Promise<ExportedTables> {
  const detail = await getResult({ user, id })
  if (reader.columns !== undefined) {
    const selection = { ...(await selectionFor({ user, filter: {} })), ids: [id] }
    const { sheets } = await exportSet({ ...reader, user, selection })
    return { name: detail.name, sheets }
  }
  const { metadata, checkedBy } = detail
  const documents = async function* (): AsyncGenerator<ExportedDocument> {
    yield { summary: detail, result: correctedData(detail), metadata, checkedBy }
  }
  const sheets = await sheetsOf({
    ...reader,
    user,
    filter: {},
    documents,
    timeZone: organisationTimeZone(),
  })
  return { name: detail.name, sheets }
}

type Tables = Reader & Pick<Selection, 'filter'> & Pick<ExportSource, 'documents' | 'timeZone'>

async function sheetsOf({ documents, timeZone, ...reader }: Tables): Promise<TableSheet[]> {
  const { user, filter, locale, format, rows } = reader
  const all = recordExport({ user, format, filter, documents: documents() })
  const plan = await planExport({ documents: all, schemas: await findSchemas(), locale })
  const source = { plan, documents, t: createTranslate(locale), timeZone }
  return format === 'csv' ? [csvSheet({ ...source, rows })] : workbookSheets(source)
}

/**
 * A result with what it is the result of: `data` as people corrected it, with what was read instead under
 * `corrections`. Throws document.not_found, document.no_result.
 */
export async function exportJson(wanted: { user: SignedInUser; id: string }) {
  const detail = await getResult(wanted)
  const { id, name, sha256, pages, step, receivedAt, finishedAt, executionId, metadata } = detail
  const document = { id, name, sha256, pages, step, receivedAt, finishedAt, executionId, metadata }
  const { identification, validation, corrections, checkedAt, checkedBy } = detail
  await recordExportOf({ user: wanted.user, format: 'json', id })
  return {
    document,
    data: correctedData(detail),
    corrections,
    checkedAt,
    checkedBy,
    identification,
    validation,
  }
}

type FinishedDetail = DocumentDetail & { result: Record<string, unknown> }

async function getResult(wanted: { user: SignedInUser; id: string }): Promise<FinishedDetail> {
  const { result, ...detail } = await getDocument(wanted)
  if (result === null) throw new AppError('document.no_result')
  return { ...detail, result }
}

const correctedData = ({ result, learnt, corrections }: FinishedDetail) =>
  valuesOf({ result, learnt, corrections })
