import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { expect, test } from 'vitest'

const folder = path.join(import.meta.dirname, 'migrations')

async function run(database: PGlite, name: string) {
  await database.exec(await readFile(path.join(folder, `${name}.sql`), 'utf8'))
}

test('what documents were known by before stands in columns, with the days of their results', async () => {
  const database = await PGlite.create()
  await run(database, '0000_baseline')
  await database.exec(`
    insert into users (id, email, name, role, password_hash) values ('u', 'a@b.example', 'Ana', 'admin', '');
    insert into documents (id, name, bytes, sha256, content_type, pages, step_id, step_name, uploaded_by, state)
      values ('d', 'a.pdf', 1, 'x', 'application/pdf', 1, 's', 'S', 'u', 'done');
    insert into attempts (document_id, number, key, state, headline, result, corrections) values
      ('d', 1, 'k1', 'done', '{"from":"Panadería Ñuñoa","number":"F-1","total":12.5,"currency":"EUR"}',
        '{"date":"2026-02-30","due_date":"2026-03-01"}', '{"date":{"value":"2026-02-28"}}'),
      ('d', 2, 'k2', 'done', '{"from":null,"number":null,"total":1e300,"currency":null}', '{"date":"2026-02-30"}', null),
      ('d', 3, 'k3', 'failed', null, null, null)`)
  await run(database, '0001_headline_columns')
  const { rows } = await database.query(
    `select supplier, supplier_key, invoice_number, issued_on::text, due_on::text, total::float, currency
     from attempts order by number`,
  )
  const nothing = { supplier: null, supplier_key: null, invoice_number: null, total: null, currency: null }
  expect(rows).toEqual([
    {
      supplier: 'Panadería Ñuñoa',
      supplier_key: 'panaderia nunoa',
      invoice_number: 'F-1',
      issued_on: '2026-02-28',
      due_on: '2026-03-01',
      total: 12.5,
      currency: 'EUR',
    },
    { ...nothing, issued_on: null, due_on: null },
    { ...nothing, issued_on: null, due_on: null },
  ])
  await database.close()
})

test('who put right, added, confirmed and checked what is known of earlier versions begins the history', async () => {
  const database = await PGlite.create()
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const own = names.indexOf('0007_field_events.sql')
  for (const name of names.slice(0, own)) await run(database, name.replace('.sql', ''))
  const said = (day: number) => ({ by: { id: 'gone', name: 'Ana' }, at: `2026-11-0${day}T10:00:00.000Z` })
  const corrections = {
    total: { value: 12, read: null, ...said(2) },
    'lines.4': { added: true, removed: true, ...said(1) },
    'lines.0': { added: false, removed: true, ...said(3) },
  }
  const odd = { kind: 'finding', id: '_error.0', code: null, message: 'Odd.' }
  await database.exec(`
    insert into users (id, email, name, role, password_hash) values ('u', 'a@b.example', 'Luis', 'admin', '');
    insert into documents (id, name, bytes, sha256, content_type, pages, step_id, step_name, uploaded_by, state)
      values ('d', 'a.pdf', 1, 'x', 'application/pdf', 1, 's', 'S', 'u', 'done');
    insert into attempts (document_id, number, key, state, corrections, confirmations, review_items, checked_at, checked_by) values
      ('d', 1, 'k1', 'done', '${JSON.stringify(corrections)}', '${JSON.stringify({ '_error.0': said(4) })}',
        '${JSON.stringify([odd])}', '2026-11-05T10:00:00Z', 'u'),
      ('d', 2, 'k2', 'done', 'null', null, null, null, null)`)
  for (const name of names.slice(own)) await run(database, name.replace('.sql', ''))
  const { rows } = await database.query(
    `select by_name, kind, path, "from", "to", finding->>'message' as finding from field_events order by sequence`,
  )
  const event = (by_name: string, kind: string, path: string | null, values = {}) => ({
    ...{ by_name, kind, path, from: null, to: null, finding: null },
    ...values,
  })
  expect(rows).toEqual([
    event('Ana', 'row_inserted', 'lines.4'),
    event('Ana', 'row_deleted', 'lines.4'),
    event('Ana', 'corrected', 'total', { to: 12 }),
    event('Ana', 'row_deleted', 'lines.0'),
    event('Ana', 'confirmed', '_error.0', { finding: 'Odd.' }),
    event('Luis', 'checked', null),
  ])
  await database.close()
})
