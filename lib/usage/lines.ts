import 'server-only'
import { type Month, monthSpan } from '@/base/calendar'
import { organisationTimeZone } from '../env'
import { AppError } from '../errors'
import { type LineCursor, listLines, shareOut } from './ledger-store'
import type { Breakdown, LedgerLine, LedgerPage, LinesQuery } from './schema'

/** The ledger lines of a month, newest first, `limit` at a time. Throws request.invalid for a foreign cursor. */
export async function readLines(query: LinesQuery): Promise<LedgerPage> {
  const { year, month, person, step, limit } = query
  const span = monthSpan({ month: { year, month }, timeZone: organisationTimeZone() })
  const after = query.cursor ? parseCursor(query.cursor) : undefined
  const lines = await listLines({ span, person, step, after, limit: limit + 1 })
  const page = lines.slice(0, limit)
  const last = page.at(-1)
  return { lines: page, nextCursor: lines.length > limit && last ? toCursor(last) : null }
}

export function readBreakdown(month: Month): Promise<Breakdown> {
  return shareOut(monthSpan({ month, timeZone: organisationTimeZone() }))
}

function toCursor({ occurredAt, id }: LedgerLine): string {
  return `${occurredAt}_${id}`
}

function parseCursor(cursor: string): LineCursor {
  const at = cursor.indexOf('_')
  const occurredAt = new Date(cursor.slice(0, at))
  const id = cursor.slice(at + 1)
  if (at > 0 && id && !Number.isNaN(occurredAt.getTime())) return { occurredAt, id }
  throw new AppError('request.invalid', { values: { problem: 'cursor' } })
}
