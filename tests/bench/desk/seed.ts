import { sql } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import { searchWords } from '@/lib/documents/search/words'
import { attempts, documents, searchEntries } from '@/lib/documents/tables'
import { users } from '@/lib/people/tables'
import { ledgerLines } from '@/lib/usage/tables'
import { type BenchDocument, benchDocument, benchPeople } from './documents'

const batch = 2000

/** Fills the open, empty desk with `total` documents that ended, were searched for or wait, with their ledger lines. */
export async function seedDesk(total: number): Promise<void> {
  const now = Date.now()
  await insertPeople()
  const indexes = await dropIndexes()
  await db().execute(sql`set synchronous_commit = off`)
  let writing: Promise<void> = Promise.resolve()
  for (let index = 0; index < total; index += batch) {
    const size = Math.min(batch, total - index)
    const rows = Array.from({ length: size }, (_, offset) =>
      benchDocument({ index: index + offset, total, now }),
    )
    const words = rows.map((row) => searchWords(row).join(' '))
    await writing
    writing = insertRows({ rows, words })
  }
  await writing
  for (const { definition } of indexes) await db().execute(sql.raw(definition))
  await db().execute(sql`vacuum analyze`)
}

async function insertPeople(): Promise<void> {
  const passwordHash = 'nobody signs in with this'
  const person = (id: string) => ({ id, email: `${id}@desk.test`, name: id, passwordHash })
  await db()
    .insert(users)
    .values(benchPeople.map((id) => ({ ...person(id), role: 'uploader' as const })))
}

/** Indexes are made in a tenth of the time when the rows are there. */
async function dropIndexes(): Promise<{ name: string; definition: string }[]> {
  const tables = ['documents', 'attempts', 'search_entries', 'ledger_lines']
  const result = await db().execute(sql`
    select indexname as name, indexdef as definition from pg_indexes
    where schemaname = 'public' and tablename = any(${sql.param(tables)}::text[])
    and indexname not in (select conname from pg_constraint)`)
  const { rows } = result as unknown as { rows: { name: string; definition: string }[] }
  for (const { name } of rows) await db().execute(sql.raw(`drop index "${name}"`))
  return rows
}

async function insertRows({ rows, words }: { rows: BenchDocument[]; words: string[] }): Promise<void> {
  const json = JSON.stringify(rows.map((row, index) => ({ ...row, words: words[index] })))
  await db().transaction(async (tx) => {
    await tx.execute(sql`create temporary table if not exists seed (
      id text, name text, "receivedAt" timestamptz, person text, "stepId" text, state text, "isRemoved" boolean,
      metadata jsonb, "executionId" text, result json, words text)`)
    await tx.execute(sql`truncate seed`)
    await tx.execute(sql`insert into seed select * from json_populate_recordset(null::seed, ${json}::json)`)
    await tx.execute(sql`insert into ${documents} (id, name, bytes, sha256, content_type, pages, step_id, step_name, metadata,
        uploaded_by, file_key, state, attempt, received_at, finished_at, confirmed_at, confirmed_by, next_try_at, removed_at)
      select id, name, 180000, md5(id) || md5(name), case when name like '%.jpg' then 'image/jpeg' else 'application/pdf' end,
        2, "stepId", 'Bench', metadata, person, 'originals/' || id, state, 1, "receivedAt",
        case when state in ('done', 'failed', 'cancelled') then "receivedAt" + interval '40 s' end, "receivedAt" + interval '40 s',
        'poll', case when state in ('enqueued', 'processing') then now() + interval '1 day' end,
        case when "isRemoved" then "receivedAt" + interval '1 day' end
      from seed`)
    await tx.execute(sql`insert into ${attempts} (document_id, number, key, state, execution_id, started_at, sent_at, enqueued_at,
        processing_at, finished_at, error_code, result)
      select id, 1, 'att_' || substr(id, 5), state, "executionId", "receivedAt", "receivedAt", "receivedAt" + interval '1 s',
        "receivedAt" + interval '5 s', "receivedAt" + interval '40 s', case when state = 'failed' then 'upstream.failed' end, result
      from seed`)
    await tx.execute(sql`insert into ${searchEntries} (document_id, received_at, words)
      select id, "receivedAt", array_to_tsvector(string_to_array(words, ' ')) from seed`)
    await tx.execute(sql`insert into ${ledgerLines} (id, document_id, document_name, attempt, execution_id, user_id, step_id, pages,
        counted, why, occurred_at)
      select 'led_' || substr(id, 5), id, name, 1, "executionId", person, "stepId", 2, state = 'done',
        case when state = 'done' then 'succeeded' else 'upstream.failed' end, "receivedAt" + interval '40 s'
      from seed where state in ('done', 'failed')`)
  })
}
