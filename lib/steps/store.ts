import 'server-only'
import { and, asc, eq, isNull, notInArray, or, sql } from 'drizzle-orm'
import { db } from '../db/client'
import type { ManagedStep, NewStep, Step, StepChange } from './schema'
import { steps } from './tables'

type StepRow = typeof steps.$inferSelect
type KnownStep = Step & { schema?: Record<string, unknown> | undefined }

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

/** The steps on offer and the admin's hidden ones. Those an upstream stopped listing are not there any more. */
export async function listManagedSteps(): Promise<ManagedStep[]> {
  const rows = await db()
    .select({
      id: steps.id,
      name: steps.name,
      source: steps.source,
      hiddenAt: steps.hiddenAt,
      learns: steps.learns,
    })
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

/** False when there is no such step, or it is not the admin's and more than its learning would change. */
export async function updateStep({ id, change }: { id: string; change: StepChange }): Promise<boolean> {
  const { name, hidden, learns } = change
  const isLearningAlone = learns !== undefined && name === undefined && hidden === undefined
  const changed = await db()
    .update(steps)
    .set({
      name: name ?? steps.name,
      ...(hidden === undefined ? {} : { hiddenAt: hidden ? new Date() : null }),
      ...(learns === undefined ? {} : { learns }),
    })
    .where(and(eq(steps.id, id), isLearningAlone ? undefined : eq(steps.source, 'admin')))
    .returning({ id: steps.id })
  return changed.length > 0
}

/** A step that is not known any more learns nothing. */
export async function learnsAtStep(id: string): Promise<boolean> {
  const [step] = await db().select({ learns: steps.learns }).from(steps).where(eq(steps.id, id))
  return step?.learns ?? false
}
