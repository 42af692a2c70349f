import { and, eq, sql } from 'drizzle-orm'
import type { Month } from '@/base/calendar'
import type { Database } from './open-database'
import { usageMonths } from './tables'

type MonthUsage = { pages: number; operations: number }

export async function readUsage(input: {
  database: Database
  organization: string
  month: Month
}): Promise<MonthUsage> {
  const [found] = await input.database
    .select({ pages: usageMonths.pages, operations: usageMonths.operations })
    .from(usageMonths)
    .where(
      and(
        eq(usageMonths.organization, input.organization),
        eq(usageMonths.year, input.month.year),
        eq(usageMonths.month, input.month.month),
      ),
    )
  return found ?? { pages: 0, operations: 0 }
}

/** Adds one successful operation and its pages; called inside the transaction that ends the execution. */
export async function addUsage(input: {
  database: Database
  organization: string
  month: Month
  pages: number
}): Promise<void> {
  await input.database
    .insert(usageMonths)
    .values({ organization: input.organization, ...input.month, pages: input.pages, operations: 1 })
    .onConflictDoUpdate({
      target: [usageMonths.organization, usageMonths.year, usageMonths.month],
      set: {
        pages: sql`${usageMonths.pages} + excluded.pages`,
        operations: sql`${usageMonths.operations} + 1`,
      },
    })
}
