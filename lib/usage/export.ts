import 'server-only'
import { type Month, monthKey, recentMonths } from '@/base/calendar'
import { organisationTimeZone } from '../env'
import type { CsvValue } from '../table/csv'
import type { TableSheet } from '../table/table-sheet'
import { readLines } from './lines'
import { readMonths } from './overview'

/**
 * One row per month, oldest first. Column names and values are for programs: months as 2026-09, times in ISO 8601 (UTC).
 * The service is waited for; a figure that it has not told now says that it is not confirmed.
 */
export function monthSheet(wanted: { months: number; now: Date }): TableSheet {
  const heads = [
    'month',
    'pages',
    'operations',
    'desk_pages',
    'desk_operations',
    'source',
    'as_of',
    'time_zone',
  ]
  return { name: 'months', columns: heads.map((head) => ({ head })), rows: () => monthRows(wanted) }
}

/** Who saves a file would rather wait than have to ask what its figures are worth. */
const exportTimeoutMs = 20_000

async function* monthRows({ now, months }: { months: number; now: Date }): AsyncGenerator<CsvValue[]> {
  const timeZone = organisationTimeZone()
  const wanted = recentMonths({ now, count: months, timeZone })
  for (const month of await readMonths({ wanted, now, timeoutMs: exportTimeoutMs })) {
    const { pages, operations, ledger, source, asOf } = month
    const told = source === 'upstream' ? source : `${source}, not confirmed`
    yield [monthKey(month), pages, operations, ledger.pages, ledger.operations, told, asOf, timeZone]
  }
}

export function lineSheet(month: Month): TableSheet {
  const heads = [
    'occurred_at',
    'document',
    'document_id',
    'attempt',
    'execution_id',
    'person',
    'step',
    'pages',
    'counted',
    'why',
  ]
  return { name: 'lines', columns: heads.map((head) => ({ head })), rows: () => lineRows(month) }
}

async function* lineRows(month: Month): AsyncGenerator<CsvValue[]> {
  let cursor: string | null = ''
  while (cursor !== null) {
    const page = await readLines({ ...month, limit: 500, ...(cursor ? { cursor } : {}) })
    for (const line of page.lines) {
      const { occurredAt, document, attempt, executionId, person, step, pages, counted, why } = line
      const isCounted = counted ? 'yes' : 'no'
      yield [
        occurredAt,
        document.name,
        document.id,
        attempt,
        executionId,
        person.name,
        step.name,
        pages,
        isCounted,
        why,
      ]
    }
    cursor = page.nextCursor
  }
}
