import 'server-only'
import { and, desc, eq, gte, lt, or, type SQL, sql } from 'drizzle-orm'
import { type Month, type MonthSpan, monthKey } from '@/base/calendar'
import { db } from '../db/client'
import { users } from '../people/tables'
import { steps } from '../steps/tables'
import type { LedgerSum } from './figures'
import type { Breakdown, LedgerLine, Share } from './schema'
import { ledgerLines } from './tables'

const countedPages = sql<number>`coalesce(sum(${ledgerLines.pages}) filter (where ${ledgerLines.counted}), 0)::int`
const countedLines = sql<number>`(count(*) filter (where ${ledgerLines.counted}))::int`

/** What our own lines add up to in each of these months, which follow one another, by monthKey. */
export async function sumLedger(
  months: readonly { month: Month; span: MonthSpan }[],
): Promise<Map<string, LedgerSum>> {
  const starts = months.map(({ span }) => span.startsAt.toISOString())
  const position = sql<number>`width_bucket(${ledgerLines.occurredAt}, ${sql.param(starts)}::timestamptz[])`
  const [first, last] = [months.at(0), months.at(-1)]
  if (!first || !last) return new Map()
  const rows = await db()
    .select({
      position,
      pages: countedPages,
      operations: countedLines,
      lastLineAt: sql<Date | null>`max(${ledgerLines.occurredAt})`.mapWith(ledgerLines.occurredAt),
    })
    .from(ledgerLines)
    .where(isWithin({ startsAt: first.span.startsAt, endsAt: last.span.endsAt }))
    .groupBy(sql`1`)
  const sums = new Map(rows.map(({ position, ...sum }) => [position, sum]))
  const nothing = { pages: 0, operations: 0, lastLineAt: null }
  return new Map(months.map(({ month }, index) => [monthKey(month), sums.get(index + 1) ?? nothing]))
}

export type LineCursor = { occurredAt: Date; id: string }

type LineSelection = {
  span: MonthSpan
  person?: string | undefined
  step?: string | undefined
  after?: LineCursor | undefined
  limit: number
}

export async function listLines(wanted: LineSelection): Promise<LedgerLine[]> {
  const rows = await db()
    .select({
      line: ledgerLines,
      personName: users.name,
      stepName: sql<string>`coalesce(${steps.name}, ${ledgerLines.stepId})`,
    })
    .from(ledgerLines)
    .leftJoin(users, eq(users.id, ledgerLines.userId))
    .leftJoin(steps, eq(steps.id, ledgerLines.stepId))
    .where(
      and(
        isWithin(wanted.span),
        wanted.person ? eq(ledgerLines.userId, wanted.person) : undefined,
        wanted.step ? eq(ledgerLines.stepId, wanted.step) : undefined,
        wanted.after ? isOlder(wanted.after) : undefined,
      ),
    )
    .orderBy(desc(ledgerLines.occurredAt), desc(ledgerLines.id))
    .limit(wanted.limit)
  return rows.map(({ line, personName, stepName }) => ({
    id: line.id,
    occurredAt: line.occurredAt.toISOString(),
    document: { id: line.documentId, name: line.documentName },
    attempt: line.attempt,
    executionId: line.executionId,
    person: { id: line.userId, name: personName ?? line.userId },
    step: { id: line.stepId, name: stepName },
    pages: line.pages,
    counted: line.counted,
    why: line.why,
  }))
}

export async function shareOut(span: MonthSpan): Promise<Breakdown> {
  const people = await db()
    .select({
      ...shareColumns,
      id: ledgerLines.userId,
      name: sql<string>`coalesce(${users.name}, ${ledgerLines.userId})`,
    })
    .from(ledgerLines)
    .leftJoin(users, eq(users.id, ledgerLines.userId))
    .where(isWithin(span))
    .groupBy(ledgerLines.userId, users.name)
    .orderBy(desc(countedPages))
  const byStep = await db()
    .select({
      ...shareColumns,
      id: ledgerLines.stepId,
      name: sql<string>`coalesce(${steps.name}, ${ledgerLines.stepId})`,
    })
    .from(ledgerLines)
    .leftJoin(steps, eq(steps.id, ledgerLines.stepId))
    .where(isWithin(span))
    .groupBy(ledgerLines.stepId, steps.name)
    .orderBy(desc(countedPages))
  return { people, steps: byStep satisfies Share[] }
}

const shareColumns = { pages: countedPages, operations: countedLines }

function isWithin({ startsAt, endsAt }: MonthSpan): SQL | undefined {
  return and(gte(ledgerLines.occurredAt, startsAt), lt(ledgerLines.occurredAt, endsAt))
}

function isOlder({ occurredAt, id }: LineCursor): SQL | undefined {
  return or(
    lt(ledgerLines.occurredAt, occurredAt),
    and(eq(ledgerLines.occurredAt, occurredAt), lt(ledgerLines.id, id)),
  )
}
