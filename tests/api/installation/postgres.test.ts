import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { adoptConnection, db, openDatabase } from '@/lib/db/client'
import type { Connection } from '@/lib/db/connection'
import { notifyDocuments } from '@/lib/db/notify'
import { submitDue } from '@/lib/documents/lifecycle/submit'
import { trackDue } from '@/lib/documents/lifecycle/track'
import { startHub } from '@/lib/events/hub'
import { subscribe } from '@/lib/events/subscribers'
import { startWorkers, stopWorkers } from '@/lib/jobs/workers'
import { addPerson } from '../support/desk'
import { problem } from '../support/postgres'
import { addDocument, readDocument } from '../support/pumps'
import { upstream } from '../support/upstream'

describe.skipIf(problem)(problem ? `on Postgres: ${problem}` : 'on Postgres', () => {
  let connection: Connection
  let owner: Awaited<ReturnType<typeof addPerson>>

  beforeAll(async () => {
    connection = await openDatabase()
    await startHub()
    owner = await addPerson('uploader')
  })
  afterAll(async () => {
    await stopWorkers()
    adoptConnection(undefined)
    await connection.close()
  })

  function listen() {
    const decoder = new TextDecoder()
    let text = ''
    const end = vi.fn()
    const write = (events: Uint8Array) => {
      text += decoder.decode(events)
    }
    const leave = subscribe({ userId: owner.id, sessionId: 'one', documents: 'own', write, end })
    return { text: () => text, end, leave }
  }

  test('documents go their way, each sent and counted once, and open desks hear of it', async () => {
    const heard = listen()
    await startWorkers({ submit: submitDue, track: trackDue })
    const ids: string[] = []
    for (let count = 0; count < 5; count++) ids.push(await addDocument({ owner, contentType: 'image/png' }))
    // A second process looks at the same rows.
    await Promise.all([submitDue(), trackDue()])
    for (const id of ids) {
      await vi.waitFor(async () => expect(await readDocument(id)).toMatchObject({ state: 'done' }), {
        timeout: 20_000,
      })
      expect((await readDocument(id)).lines).toMatchObject([{ counted: true }])
    }
    expect(upstream.calls.submit).toBe(5)
    await vi.waitFor(() => expect(heard.text().match(/"state":"done"/g)).toHaveLength(5))
    heard.leave()
  })

  test('a listener whose connection is cut lays it anew and lets the desks read everything', async () => {
    const id = await addDocument({ owner, state: 'cancelled', nextTryAt: null })
    const heard = listen()
    await db().execute(
      "select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %' and datname = current_database()",
    )
    await vi.waitFor(() => expect(heard.end).toHaveBeenCalled(), { timeout: 10_000 })
    await vi.waitFor(
      async () => {
        await notifyDocuments(db(), [id])
        expect(heard.text()).toContain(id)
      },
      { timeout: 10_000, interval: 300 },
    )
    heard.leave()
  })
})
