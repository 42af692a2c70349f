import { z } from 'zod'
import { AppError } from '@/lib/errors'
import type { ListOrder } from '../model/list-filter'

/** After which document a page begins: where it stands by its receipt, and in another order by a value of its own. */
export type Cursor = { receivedAt: Date; id: string; value?: string | null }

const newestFirst: ListOrder = { sort: 'received', order: 'desc' }

const sortedSchema = z.tuple([z.string(), z.string(), z.string().nullable(), z.string(), z.string()])

export function encodeCursor(
  { receivedAt, id, value = null }: Cursor,
  list: ListOrder = newestFirst,
): string {
  const instant = receivedAt.toISOString()
  const text = isNewestFirst(list)
    ? `${instant} ${id}`
    : JSON.stringify([list.sort, list.order, value, instant, id])
  return Buffer.from(text).toString('base64url')
}

/** Throws request.invalid for a text we did not make, or made for a list in another order. */
export function decodeCursor(text: string, list: ListOrder = newestFirst): Cursor {
  const plain = Buffer.from(text, 'base64url').toString('utf8')
  const [instant = '', id = '', value = null] = isNewestFirst(list)
    ? plain.split(' ')
    : readSorted(plain, list)
  const receivedAt = new Date(instant ?? '')
  if (!id || !/^[\w-]+$/.test(id) || Number.isNaN(receivedAt.getTime())) throw foreign()
  return { receivedAt, id, value }
}

export const isNewestFirst = ({ sort, order }: ListOrder) => sort === 'received' && order === 'desc'

function readSorted(plain: string, list: ListOrder): [string, string, string | null] {
  const parsed = sortedSchema.safeParse(parseJson(plain))
  if (!parsed.success) throw foreign()
  const [sort, order, value, instant, id] = parsed.data
  if (sort !== list.sort || order !== list.order) throw foreign()
  return [instant, id, value]
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const foreign = () => new AppError('request.invalid', { values: { problem: 'cursor' } })
