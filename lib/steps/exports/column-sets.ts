import 'server-only'
import { randomUUID } from 'node:crypto'
import { AppError } from '@/lib/errors'
import { readSteps } from '../steps'
import type { ColumnSet, ColumnSetChange, NewColumnSet } from './schema'
import { insertColumnSet, removeColumnSet, selectColumnSets, updateColumnSet } from './store'

const maxSets = 200

export async function readColumnSets(): Promise<{ exports: ColumnSet[] }> {
  return { exports: await selectColumnSets() }
}

/** Throws export.not_found. */
export async function getColumnSet(nameOrId: string): Promise<ColumnSet> {
  const found = await selectColumnSets(nameOrId)
  const set = found.find(({ id }) => id === nameOrId) ?? found[0]
  if (!set) throw new AppError('export.not_found')
  return set
}

/** Throws step.unknown, export.name_taken, export.too_many. */
export async function createColumnSet(set: NewColumnSet): Promise<{ exports: ColumnSet[] }> {
  if (!(await readSteps()).steps.some(({ id }) => id === set.step)) throw new AppError('step.unknown')
  if ((await selectColumnSets()).length >= maxSets)
    throw new AppError('export.too_many', { values: { count: maxSets } })
  if (!(await insertColumnSet({ ...set, id: `exp_${randomUUID()}` }))) throw new AppError('export.name_taken')
  return readColumnSets()
}

/** Throws export.not_found, export.name_taken. */
export async function changeColumnSet({ id, change }: { id: string; change: ColumnSetChange }) {
  const namesakes = change.name === undefined ? [] : await selectColumnSets(change.name)
  if (namesakes.some((one) => one.id !== id && one.name === change.name))
    throw new AppError('export.name_taken')
  if (!(await updateColumnSet({ id, change }))) throw new AppError('export.not_found')
  return readColumnSets()
}

/** Throws export.not_found. */
export async function deleteColumnSet(id: string) {
  if (!(await removeColumnSet(id))) throw new AppError('export.not_found')
  return readColumnSets()
}
