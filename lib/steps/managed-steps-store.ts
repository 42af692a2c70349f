import 'server-only'
import { and, asc, eq, isNull, or } from 'drizzle-orm'
import { db } from '../db/client'
import type { ManagedStep, NewStep, StepChange } from '../settings/schema'
import { steps } from './tables'

/** The steps on offer and the admin's hidden ones. Those an upstream stopped listing are not there any more. */
export async function listManagedSteps(): Promise<ManagedStep[]> {
  const rows = await db()
    .select({ id: steps.id, name: steps.name, source: steps.source, hiddenAt: steps.hiddenAt })
    .from(steps)
    .where(or(isNull(steps.hiddenAt), eq(steps.source, 'admin')))
    .orderBy(asc(steps.position), asc(steps.name), asc(steps.id))
  return rows.map(({ hiddenAt, ...step }) => ({ ...step, hidden: hiddenAt !== null }))
}

/** False when a step on offer has this id. A step that was hidden or is listed no more becomes the admin's. */
export async function insertStep({ id, name }: NewStep): Promise<boolean> {
  return db().transaction(async (tx) => {
    const [known] = await tx.select().from(steps).where(eq(steps.id, id)).for('update')
    if (known && known.hiddenAt === null) return false
    const row = { name, source: 'admin' as const, hiddenAt: null }
    await tx
      .insert(steps)
      .values({ id, ...row })
      .onConflictDoUpdate({ target: steps.id, set: row })
    return true
  })
}

/** False when there is no such step of the admin's. */
export async function updateStep({ id, change }: { id: string; change: StepChange }): Promise<boolean> {
  const changed = await db()
    .update(steps)
    .set({
      name: change.name ?? steps.name,
      ...(change.hidden === undefined ? {} : { hiddenAt: change.hidden ? new Date() : null }),
    })
    .where(and(eq(steps.id, id), eq(steps.source, 'admin')))
    .returning({ id: steps.id })
  return changed.length > 0
}
