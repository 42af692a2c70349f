import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { GET as readOne } from '@/app/api/documents/[documentId]/route'
import { GET as list } from '@/app/api/documents/route'
import { GET as readUsage } from '@/app/api/usage/route'
import { select } from '@/base/database/dump-database'
import { readSettings } from '@/engine/settings/read-settings'
import { addExecution } from '@/engine/store/executions'
import { createId } from '@/engine/store/ids'
import { openStore } from '@/engine/store/open-store'
import { adoptConnection, getConnection } from '@/lib/db/client'
import { countEarlierResults } from '@/lib/documents/attention/count-earlier-results'
import type { SignedInUser } from '@/lib/people/roles'
import { addPerson, call, callJson, openDesk, signInAs } from '../support/desk'
import { bringTo } from '../support/documents'
import { addLedgerLine } from '../support/ledger'
import { addDocument } from '../support/pumps'
import { carryForward, isKept, keep, parts } from './kept-version'

const [web, engine] = parts as [(typeof parts)[0], (typeof parts)[0]]
const versions = ['0.2.0']
/** Under names that the migration from 0.2.0 does not know. */
const oddlyNamed = { vendorName: 'Ærø', invoiceDate: '2026-10-05', date_due: '2026-11-05', total: 10 }
/** What a version that did not count it yet read with little certainty. */
const doubtful = { total: 121.5, _evidence: { total: { page: 1, confidence: 0.5 } } }

/** `KEEP_VERSION=0.3.0 npx vitest run --project integration carry-forward` writes down a desk of today, once for each release. */
test.skipIf(!process.env.KEEP_VERSION)('a desk of this version is kept for those to come', async () => {
  const version = process.env.KEEP_VERSION ?? ''
  const desk = await openDesk()
  const [admin, ada] = [await addPerson('admin'), await addPerson('uploader')]
  signInAs(admin)
  const done = await addDocument({ owner: ada, name: 'factura ñ.pdf' })
  await bringTo(done, { state: 'done', pages: 3, result: { invoice_number: 'F-7', total: 121.5 } })
  await bringTo(await addDocument({ owner: ada }), { state: 'failed', errorCode: 'upstream.refused' })
  await addDocument({ owner: ada })
  await addLedgerLine({ at: '2026-10-31T23:30:00Z', pages: 4, userId: ada.id })
  await keep({ version, part: web, database: getConnection().database })
  await desk.close()

  const folder = await mkdtemp(path.join(tmpdir(), 'kept-'))
  const store = await openStore(readSettings({ NODE_ENV: 'test', ENGINE_DATA_DIR: folder }))
  const target = {
    kind: 'step',
    organization: 'org',
    target: 'step',
    targetName: 'Step',
    pipeline: 'invoice',
  } as const
  const file = { status: 'ENQUEUED', queueRank: 1, contentType: 'application/pdf', bytes: 3 } as const
  await addExecution({
    database: store.database,
    execution: { ...target, ...file, id: createId(), requestedAt: new Date() },
  })
  await keep({ version, part: engine, database: store.database })
  await store.close()
})

test.each(versions)('the desk of %s is carried forward with all that stood in it', async (version) => {
  expect(isKept(version)).toBe(true)
  for (const part of parts) {
    const { client, database, rows } = await carryForward({ version, part })
    for (const [name, before] of Object.entries(rows)) {
      const table = sql`${sql.identifier(part.schema)}.${sql.identifier(name)}`
      const [after] = await select<{ count: number }>(database, sql`select count(*)::int from ${table}`)
      expect([name, after?.count]).toEqual([name, before.length])
    }
    await client.close()
  }
})

test.each(versions)('documents and pages of %s are shown as they were', async (version) => {
  const { client, database, rows } = await carryForward({ version, part: web })
  adoptConnection({
    kind: 'embedded',
    database,
    listen: async () => {},
    close: () => client.close(),
  })
  const admin = (rows.users as { id: string; role: string }[]).find(({ role }) => role === 'admin')
  signInAs({ id: admin?.id ?? '', email: '', name: '', role: 'admin' } satisfies SignedInUser)
  const { documents } = (await callJson(list, { path: '/api/documents' })).body
  expect(documents.map(({ state }: { state: string }) => state).sort()).toEqual(['done', 'failed', 'waiting'])
  const { id } = documents.find(({ state }: { state: string }) => state === 'done')
  const { body } = await callJson(readOne, { params: { documentId: id } })
  expect(body).toMatchObject({ name: 'factura ñ.pdf', result: { invoice_number: 'F-7', total: 121.5 } })
  await database.execute(
    sql`update attempts set result = ${JSON.stringify(doubtful)} where document_id = ${id}`,
  )
  await countEarlierResults()
  const counted = (await callJson(readOne, { params: { documentId: id } })).body
  expect([counted.toReview, counted.reviewItems]).toEqual([
    1,
    [{ kind: 'value', id: 'total', certainty: 0.5 }],
  ])
  await database.execute(
    sql`update attempts set to_review = null, review_items = null, result = ${JSON.stringify(oddlyNamed)},
        corrections = ${JSON.stringify({ total: { value: 12, read: 10, by: { id: 'x', name: 'X' }, at: '2026-10-06T00:00:00Z' } })}
        where document_id = ${id}`,
  )
  await countEarlierResults()
  const { headline } = (await callJson(readOne, { params: { documentId: id } })).body
  expect(headline).toMatchObject({ from: 'Ærø', issued: '2026-10-05', due: '2026-11-05', total: 12 })
  expect((await call(readUsage, { path: '/api/usage?months=12' })).status).toBe(200)
  adoptConnection(undefined)
  await client.close()
})
