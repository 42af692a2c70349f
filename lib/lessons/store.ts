import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { db } from '../db/client'
import type { Transaction } from '../db/connection'
import type { Lesson } from './rules/derive-lessons'
import { lessonExamples, lessonSuppliers, lessons } from './tables'

export type SupplierRow = typeof lessonSuppliers.$inferSelect
export type LessonRow = typeof lessons.$inferSelect
export type ExampleRow = typeof lessonExamples.$inferSelect

/** Newest first; of a step with more of them the others are not told apart any more. */
const mostSuppliers = 2000
/** Older ones no longer count. */
const mostExamples = 200

export function listSuppliers(stepId: string): Promise<SupplierRow[]> {
  return db()
    .select()
    .from(lessonSuppliers)
    .where(eq(lessonSuppliers.stepId, stepId))
    .orderBy(desc(lessonSuppliers.changedAt))
    .limit(mostSuppliers)
}

/** The suppliers of a step of whose papers something can be read by a lesson. */
export async function listTeaching(stepId: string): Promise<Set<string>> {
  const rows = await db()
    .selectDistinct({ id: lessons.supplierId })
    .from(lessons)
    .innerJoin(lessonSuppliers, eq(lessonSuppliers.id, lessons.supplierId))
    .where(and(eq(lessonSuppliers.stepId, stepId), eq(lessons.isActive, true), eq(lessons.enabled, true)))
  return new Set(rows.map(({ id }) => id))
}

export function listLessonsOf(supplierId: string): Promise<LessonRow[]> {
  return db().select().from(lessons).where(eq(lessons.supplierId, supplierId))
}

/** The oldest first, as they were received. */
export async function listExamplesOf(supplierId: string): Promise<ExampleRow[]> {
  const rows = await db()
    .select()
    .from(lessonExamples)
    .where(eq(lessonExamples.supplierId, supplierId))
    .orderBy(desc(lessonExamples.receivedAt))
    .limit(mostExamples)
  return rows.reverse()
}

export async function findExampleSupplier(documentId: string): Promise<SupplierRow | null> {
  const [row] = await db()
    .select({ supplier: lessonSuppliers })
    .from(lessonExamples)
    .innerJoin(lessonSuppliers, eq(lessonSuppliers.id, lessonExamples.supplierId))
    .where(eq(lessonExamples.documentId, documentId))
  return row?.supplier ?? null
}

type NewConclusion = {
  tx: Transaction
  supplier: SupplierRow
  lessons: (Lesson & { known: LessonRow | null })[]
}

/**
 * Puts what was concluded of a supplier's examples in the place of what was known. Throws an Error where something else
 * was concluded or forgotten meanwhile.
 */
export async function saveConclusion({ tx, supplier, lessons: concluded }: NewConclusion): Promise<void> {
  const { revision, ...values } = supplier
  const next = { ...values, revision: revision + 1, changedAt: new Date() }
  const saved =
    revision === 0
      ? await tx
          .insert(lessonSuppliers)
          .values(next)
          .onConflictDoNothing()
          .returning({ id: lessonSuppliers.id })
      : await tx
          .update(lessonSuppliers)
          .set(next)
          .where(and(eq(lessonSuppliers.id, supplier.id), eq(lessonSuppliers.revision, revision)))
          .returning({ id: lessonSuppliers.id })
  if (saved.length === 0) throw new Error(`the lessons of ${supplier.id} changed meanwhile`)
  await tx.delete(lessons).where(eq(lessons.supplierId, supplier.id))
  const rows = concluded.map(({ known, ...lesson }) => toRow({ supplierId: supplier.id, lesson, known }))
  if (rows.length > 0) await tx.insert(lessons).values(rows)
}

type Concluded = { supplierId: string; lesson: Lesson; known: LessonRow | null }

function toRow({ supplierId, lesson, known }: Concluded): LessonRow {
  const kept = known
    ? { id: known.id, enabled: known.enabled, learntAt: known.learntAt }
    : { id: `les_${randomUUID()}`, enabled: true, learntAt: new Date() }
  return { ...lesson, ...kept, supplierId, used: 0, usedRight: 0 }
}

/** Counted anew from what checked documents showed. */
export async function countUses({ tx, supplierId }: { tx: Transaction; supplierId: string }): Promise<void> {
  await tx.execute(sql`
    update ${lessons} set used = counted.used, used_right = counted.used_right
    from (
      select one.value->>'lessonId' as id, count(*)::int as used,
        (count(*) filter (where (one.value->>'isRight')::boolean))::int as used_right
      from ${lessonExamples}, jsonb_each(${lessonExamples.uses}) as one
      where ${lessonExamples.supplierId} = ${supplierId}
      group by 1
    ) as counted
    where ${lessons.supplierId} = ${supplierId} and ${lessons.id} = counted.id`)
}

export async function saveExample({ tx, example }: { tx: Transaction; example: ExampleRow }): Promise<void> {
  await tx
    .insert(lessonExamples)
    .values(example)
    .onConflictDoUpdate({ target: lessonExamples.documentId, set: example })
}

export async function deleteExample({
  tx,
  documentId,
}: {
  tx: Transaction
  documentId: string
}): Promise<void> {
  await tx.delete(lessonExamples).where(eq(lessonExamples.documentId, documentId))
}

type Page = { after: { changedAt: Date; id: string } | undefined; limit: number }

/** Suppliers of whose papers something was learnt, the newest first, with all of it. */
export async function listTaughtSuppliers({ after, limit }: Page) {
  const { changedAt, id } = lessonSuppliers
  const suppliers = await db()
    .select()
    .from(lessonSuppliers)
    .where(
      and(
        sql`exists (select 1 from ${lessons} where ${lessons.supplierId} = ${id})`,
        after
          ? sql`(${changedAt}, ${id}) < (${after.changedAt.toISOString()}::timestamptz, ${after.id})`
          : undefined,
      ),
    )
    .orderBy(desc(changedAt), desc(id))
    .limit(limit)
  if (suppliers.length === 0) return []
  const isTheirs = inArray(
    lessons.supplierId,
    suppliers.map((supplier) => supplier.id),
  )
  const rows = await db().select().from(lessons).where(isTheirs).orderBy(lessons.path)
  return suppliers.map((supplier) => ({
    supplier,
    lessons: rows.filter(({ supplierId }) => supplierId === supplier.id),
  }))
}
