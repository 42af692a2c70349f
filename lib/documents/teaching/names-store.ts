import 'server-only'
import { and, inArray, isNull } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import { steps } from '@/lib/steps/tables'
import { documents } from '../tables'

/** The names of documents that were not removed. */
export async function listNames(ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db()
    .select({ id: documents.id, name: documents.name })
    .from(documents)
    .where(and(inArray(documents.id, [...new Set(ids)]), isNull(documents.removedAt)))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

type KnownStep = { name: string; schema: Record<string, unknown> | null }

export async function listSteps(ids: string[]): Promise<Map<string, KnownStep>> {
  if (ids.length === 0) return new Map()
  const rows = await db()
    .select({ id: steps.id, name: steps.name, schema: steps.schema })
    .from(steps)
    .where(inArray(steps.id, [...new Set(ids)]))
  return new Map(rows.map(({ id, ...step }) => [id, step]))
}
