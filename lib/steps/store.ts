import 'server-only'
import { and, asc, eq, isNull, notInArray, sql } from 'drizzle-orm'
import { db } from '../db/client'
import type { Step } from '../documents/model/schema'
import { steps } from './tables'

type StepRow = typeof steps.$inferSelect
export type KnownStep = Step & { schema?: Record<string, unknown> | undefined }

/** Steps on offer, in the order their source lists them; the first is the one to begin with. */
export function listVisibleSteps(): Promise<Step[]> {
  return db()
    .select({ id: steps.id, name: steps.name })
    .from(steps)
    .where(isNull(steps.hiddenAt))
    .orderBy(asc(steps.position), asc(steps.name), asc(steps.id))
}

/** Makes `list` the steps of a source: new and changed ones are stored, those no longer listed are hidden. */
export async function replaceSteps({ source, list }: { source: StepRow['source']; list: KnownStep[] }) {
  const ids = list.map((step) => step.id)
  await db().transaction(async (tx) => {
    if (list.length > 0)
      await tx
        .insert(steps)
        .values(list.map(toRow(source)))
        .onConflictDoUpdate(refreshed)
    const gone = ids.length > 0 ? notInArray(steps.id, ids) : undefined
    await tx
      .update(steps)
      .set({ hiddenAt: new Date() })
      .where(and(eq(steps.source, source), isNull(steps.hiddenAt), gone))
  })
}

const toRow = (source: StepRow['source']) => (step: KnownStep, position: number) => ({
  id: step.id,
  name: step.name,
  schema: step.schema ?? null,
  source,
  position,
})

const refreshed = {
  target: steps.id,
  set: {
    name: sql`excluded.name`,
    schema: sql`excluded.schema`,
    source: sql`excluded.source`,
    position: sql`excluded.position`,
    hiddenAt: null,
  },
}
