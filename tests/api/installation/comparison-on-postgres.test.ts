import { inArray } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adoptConnection, db, openDatabase } from '@/lib/db/client'
import type { Connection } from '@/lib/db/connection'
import { compareDue } from '@/lib/documents/comparison/compare'
import { attempts } from '@/lib/documents/tables'
import { addPerson } from '../support/desk'
import { bringTo } from '../support/documents'
import { problem } from '../support/postgres'
import { addDocument } from '../support/pumps'

describe.skipIf(problem)(problem ? `on Postgres: ${problem}` : 'on Postgres', () => {
  let connection: Connection
  beforeAll(async () => {
    connection = await openDatabase()
  })
  afterAll(async () => {
    adoptConnection(undefined)
    await connection.close()
  })

  test('the same invoice many times at one moment: each but the first received is told, and nothing waits for ever', async () => {
    const owner = await addPerson('uploader')
    const ids: string[] = []
    for (let at = 0; at < 12; at += 1) ids.push(await addDocument({ owner }))
    const result = { supplier: 'Acme', invoice_number: 'F-7', total: 119, currency: 'EUR', iban: 'X-1234567' }
    const readAndCompare = async (id: string) => {
      await bringTo(id, { state: 'done', result })
      await compareDue()
    }
    await Promise.all(ids.toReversed().map(readAndCompare))
    await compareDue()
    const rows = await db()
      .select({ id: attempts.documentId, items: attempts.reviewItems, toReview: attempts.toReview })
      .from(attempts)
      .where(inArray(attempts.documentId, ids))
    const told = new Map(rows.map(({ id, items }) => [id, items?.map((item) => item.id)]))
    const [first = ''] = ids
    expect(told.get(first)).toEqual([])
    for (const id of ids.slice(1)) expect(told.get(id)).toEqual([`_same.${first}`])
    expect(rows.reduce((sum, { toReview }) => sum + (toReview ?? 0), 0)).toBe(11)
  })
})
