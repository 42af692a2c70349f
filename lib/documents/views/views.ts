import 'server-only'
import { randomUUID } from 'node:crypto'
import { AppError } from '@/lib/errors'
import type { SignedInUser } from '@/lib/people/roles'
import { type ColumnId, knownColumns, usualColumns } from './list-columns'
import {
  type DocumentView,
  type DocumentViews,
  maxViews,
  type NewView,
  type OwnColumns,
  type ViewChange,
} from './schema'
import {
  countOwnViews,
  findListColumns,
  insertView,
  removeView,
  selectViews,
  updateView,
  upsertListColumns,
  type ViewRow,
} from './store'

export async function listViews(user: SignedInUser): Promise<DocumentViews> {
  const rows = await selectViews(user.id)
  return { views: rows.map((row) => toView({ row, user })) }
}

/** Throws view.too_many. */
export async function createView({ user, view }: { user: SignedInUser; view: NewView }) {
  if ((await countOwnViews(user.id)) >= maxViews)
    throw new AppError('view.too_many', { values: { count: maxViews } })
  const id = `view_${randomUUID()}`
  await insertView({ id, ownerId: user.id, view })
  return { id, ...(await listViews(user)) }
}

type OneView = { user: SignedInUser; id: string }

/** Throws view.not_found; auth.forbidden where it is another person's. */
export async function changeView({ user, id, change }: OneView & { change: ViewChange }) {
  await requireChangeable({ user, id })
  await updateView({ id, change })
  return { id, ...(await listViews(user)) }
}

/** Throws as changeView does. */
export async function deleteView({ user, id }: OneView) {
  await requireChangeable({ user, id })
  await removeView(id)
  return { id, ...(await listViews(user)) }
}

export async function readOwnColumns(user: SignedInUser): Promise<OwnColumns> {
  return { columns: knownColumns((await findListColumns(user.id)) ?? []) }
}

export async function saveOwnColumns({ user, columns }: { user: SignedInUser; columns: ColumnId[] }) {
  await upsertListColumns({ personId: user.id, columns })
  return readOwnColumns(user)
}

async function requireChangeable({ user, id }: OneView): Promise<void> {
  const view = (await listViews(user)).views.find((one) => one.id === id)
  if (!view) throw new AppError('view.not_found')
  if (!view.mayChange) throw new AppError('auth.forbidden')
}

function toView({ row, user }: { row: ViewRow; user: SignedInUser }): DocumentView {
  const { ownerId, ownerName, columns, ...view } = row
  const isOwn = ownerId === user.id
  return {
    ...view,
    columns: knownColumns(columns) ?? usualColumns,
    owner: ownerId && ownerName ? { id: ownerId, name: ownerName } : null,
    isOwn,
    mayChange: isOwn || user.role === 'admin',
  }
}
