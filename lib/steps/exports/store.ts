import 'server-only'
import { asc, eq, or, sql } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import { columnSets, steps } from '../tables'
import type { ColumnSet, ColumnSetChange, NewColumnSet } from './schema'

export async function selectColumnSets(nameOrId?: string): Promise<ColumnSet[]> {
  const { id, name } = columnSets
  return db()
    .select({ id, name, spec: columnSets.spec, step: { id: steps.id, name: steps.name } })
    .from(columnSets)
    .innerJoin(steps, eq(steps.id, columnSets.stepId))
    .where(nameOrId === undefined ? undefined : or(eq(id, nameOrId), eq(name, nameOrId)))
    .orderBy(asc(sql`lower(${name})`))
}

/** False where another has the name. */
export async function insertColumnSet({ step, ...set }: NewColumnSet & { id: string }): Promise<boolean> {
  const inserted = await db()
    .insert(columnSets)
    .values({ ...set, stepId: step })
    .onConflictDoNothing()
    .returning({ id: columnSets.id })
  return inserted.length > 0
}

export async function updateColumnSet({
  id,
  change,
}: {
  id: string
  change: ColumnSetChange
}): Promise<boolean> {
  if (Object.keys(change).length === 0) return (await selectColumnSets(id)).length > 0
  const changed = await db()
    .update(columnSets)
    .set(change)
    .where(eq(columnSets.id, id))
    .returning({ id: columnSets.id })
  return changed.length > 0
}

export async function removeColumnSet(id: string): Promise<boolean> {
  const removed = await db().delete(columnSets).where(eq(columnSets.id, id)).returning({ id: columnSets.id })
  return removed.length > 0
}
