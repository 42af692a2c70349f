import { readFile } from 'node:fs/promises'
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
