import 'server-only'
import { organisationTimeZone } from '@/lib/env'
import { AppError } from '@/lib/errors'
import type { Translate } from '@/lib/i18n/translate'
import type { SignedInUser } from '@/lib/people/roles'
import type { CsvValue } from '@/lib/table/csv'
import { applyCorrections } from '../model/corrections'
import type { DocumentDetail } from '../model/schema'
import { getDocument } from '../read/get-document'
import { selectionFor } from '../read/list-documents'
import type { Selection } from '../read/list-store'
import { readResults } from './export-store'
import { exportRows } from './export-table'

type Reader = { user: SignedInUser; t: Translate }

export async function exportList(
  wanted: Reader & { filter: Selection['filter'] },
): Promise<AsyncIterable<CsvValue[]>> {
  const selection = await selectionFor(wanted)
  return exportRows({ documents: () => readResults(selection), t: wanted.t, timeZone: selection.timeZone })
}

/** The rows of one result, for CSV. Throws document.not_found, document.no_result. */
export async function exportOne(
  wanted: Reader & { id: string },
): Promise<{ name: string; rows: AsyncIterable<CsvValue[]> }> {
  const detail = await getResult(wanted)
  const documents = async function* () {
    yield { summary: detail, result: correctedData(detail) }
  }
  return { name: detail.name, rows: exportRows({ documents, t: wanted.t, timeZone: organisationTimeZone() }) }
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

const correctedData = ({ result, corrections }: FinishedDetail) => applyCorrections({ result, corrections })
