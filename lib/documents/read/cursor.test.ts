import { expect, test } from 'vitest'
import { decodeCursor, encodeCursor } from './cursor'

test('a cursor leads back to its document', () => {
  const place = { receivedAt: new Date('2026-02-28T23:59:59.999Z'), id: 'doc_0a1b' }
  expect(decodeCursor(encodeCursor(place))).toMatchObject(place)
  const list = { sort: 'total', order: 'asc' } as const
  expect(decodeCursor(encodeCursor({ ...place, value: '10.5' }, list), list)).toEqual({
    ...place,
    value: '10.5',
  })
})

test.each(['', 'zzz', Buffer.from('2026-13-45 doc_1').toString('base64url')])('%j is refused', (text) => {
  expect(() => decodeCursor(text)).toThrow(expect.objectContaining({ code: 'request.invalid' }))
})
