import 'server-only'
import { asc, count, eq, or, sql } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import { users } from '@/lib/people/tables'
import { documentViews, listColumns } from '../tables'
import type { ColumnId } from './list-columns'
import type { NewView, ViewChange } from './schema'

/** One's own and the shared ones, by their names. */
export function selectViews(personId: string) {
  return db()
    .select({
      id: documentViews.id,
      name: documentViews.name,
      shared: documentViews.shared,
      ownerId: documentViews.ownerId,
      ownerName: users.name,
      filter: documentViews.filter,
      columns: documentViews.columns,
    })
    .from(documentViews)
    .leftJoin(users, eq(users.id, documentViews.ownerId))
    .where(or(eq(documentViews.ownerId, personId), eq(documentViews.shared, true)))
    .orderBy(asc(sql`lower(${documentViews.name})`), asc(documentViews.id))
}
export type ViewRow = Awaited<ReturnType<typeof selectViews>>[number]

export async function countOwnViews(personId: string): Promise<number> {
  const [row] = await db()
    .select({ views: count() })
    .from(documentViews)
    .where(eq(documentViews.ownerId, personId))
  return row?.views ?? 0
}

export async function insertView({ id, ownerId, view }: { id: string; ownerId: string; view: NewView }) {
  await db()
    .insert(documentViews)
    .values({ id, ownerId, ...view })
}

export async function updateView({ id, change }: { id: string; change: ViewChange }): Promise<void> {
  if (Object.keys(change).length === 0) return
  await db().update(documentViews).set(change).where(eq(documentViews.id, id))
}

export async function removeView(id: string): Promise<void> {
  await db().delete(documentViews).where(eq(documentViews.id, id))
}

export async function findListColumns(personId: string): Promise<string[] | null> {
  const [row] = await db()
    .select({ columns: listColumns.columns })
    .from(listColumns)
    .where(eq(listColumns.personId, personId))
  return row?.columns ?? null
}

export async function upsertListColumns({ personId, columns }: { personId: string; columns: ColumnId[] }) {
  await db()
    .insert(listColumns)
    .values({ personId, columns })
    .onConflictDoUpdate({ target: listColumns.personId, set: { columns } })
}
