import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { db } from '../db/client'
import type { Transaction } from '../db/connection'
import { lessonExamples, lessonSuppliers, lessons } from './tables'

/** A person's switch. False when there is no such lesson. */
export async function switchLesson({ id, enabled }: { id: string; enabled: boolean }): Promise<boolean> {
  return db().transaction(async (tx) => {
    const [changed] = await tx.update(lessons).set({ enabled }).where(eq(lessons.id, id)).returning()
    if (changed) await outdate({ tx, supplierId: changed.supplierId })
    return changed !== undefined
  })
}

/** What is just being concluded of a supplier's examples is concluded anew. */
async function outdate({ tx, supplierId }: { tx: Transaction; supplierId: string }): Promise<void> {
  await tx
    .update(lessonSuppliers)
    .set({ revision: sql`${lessonSuppliers.revision} + 1` })
    .where(eq(lessonSuppliers.id, supplierId))
}

type Forgotten = { supplierId: string; path: string | null }

/** Forgets one lesson, and what the papers said of its value: it takes two new ones to learn it again. */
export async function deleteLesson({ tx, id }: { tx: Transaction; id: string }): Promise<Forgotten | null> {
  const [lesson] = await tx.delete(lessons).where(eq(lessons.id, id)).returning()
  if (!lesson) return null
  const { supplierId, path } = lesson
  await tx
    .update(lessonExamples)
    .set({
      truth: sql`${lessonExamples.truth} - ${path}::text`,
      uses: sql`${lessonExamples.uses} - ${path}::text`,
    })
    .where(eq(lessonExamples.supplierId, supplierId))
  await outdate({ tx, supplierId })
  return { supplierId, path }
}

/** Forgets a supplier with all that its papers taught. */
export async function deleteSupplier({ tx, id }: { tx: Transaction; id: string }): Promise<Forgotten | null> {
  const [supplier] = await tx.delete(lessonSuppliers).where(eq(lessonSuppliers.id, id)).returning()
  return supplier ? { supplierId: supplier.id, path: null } : null
}
