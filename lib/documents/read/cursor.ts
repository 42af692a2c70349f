import { AppError } from '@/lib/errors'

export type Cursor = { receivedAt: Date; id: string }

export function encodeCursor({ receivedAt, id }: Cursor): string {
  return Buffer.from(`${receivedAt.toISOString()} ${id}`).toString('base64url')
}

/** Throws request.invalid for a text we did not make. */
export function decodeCursor(text: string): Cursor {
  const [instant = '', id = ''] = Buffer.from(text, 'base64url').toString('utf8').split(' ')
  const receivedAt = new Date(instant)
  if (!/^[\w-]+$/.test(id) || Number.isNaN(receivedAt.getTime()))
    throw new AppError('request.invalid', { values: { problem: 'cursor' } })
  return { receivedAt, id }
}
