import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adoptConnection, openDatabase } from '@/lib/db/client'
import type { Connection } from '@/lib/db/connection'
import { takeNext } from '@/lib/documents/review/claims'
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

  test('people who take from the queue at once each get documents of their own, and none is left out', async () => {
    const people = await Promise.all(Array.from({ length: 6 }, () => addPerson('admin')))
    const owner = await addPerson('uploader')
    const ids = []
    for (let total = 0; total < 24; total++) {
      const id = await addDocument({ owner })
      const result = { total, _evidence: { total: { page: 1, confidence: 0.5 } } }
      await bringTo(id, { state: 'done', result })
      ids.push(id)
    }
    const takenBy = async (user: (typeof people)[number]) => {
      const taken: string[] = []
      for (;;) {
        const document = await takeNext({ user, filter: {}, without: taken })
        if (!document) return taken
        taken.push(document.id)
      }
    }
    const taken = (await Promise.all(people.map(takenBy))).flat()
    expect(taken.sort()).toEqual(ids.sort())
  })
})
