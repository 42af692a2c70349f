import { createHash } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'

/** What a dump needs of a drizzle database or transaction, whatever its driver and tables. */
export type AnyDatabase = {
  execute(query: SQL): PromiseLike<unknown>
  transaction<Result>(
    work: (transaction: AnyDatabase) => Promise<Result>,
    config?: { isolationLevel: 'repeatable read' },
  ): Promise<Result>
}

export type Table = { name: string; columns: string[] }

/** What a table holds: the hash is over its rows as text, in the order of their keys. */
export type TableSum = { rows: number; sha256: string }

export type WriteLine = (line: string) => Promise<void>

/** Whose tables, and where it is noted which migrations made them. */
type Schemas = { schema: string; migrationsSchema: string }

const rowsAtATime = 500
const endLine = JSON.stringify({ end: true })

/**
 * Writes every row of the schema's tables as lines of JSON, as it stood at one moment: a line that says how many
 * migrations made these tables; for each table a line of its own, an array of texts for each row, and a line with the
 * table's sum; the sequences and an end. Texts are what Postgres itself makes of the values, so that nothing is rounded
 * or reordered on the way.
 */
export async function dumpDatabase(given: Schemas & { database: AnyDatabase; write: WriteLine }) {
  const { database, schema, migrationsSchema, write } = given
  await database.transaction(
    async (tx) => {
      await settleTexts(tx)
      const migrations = await countMigrations({ database: tx, migrationsSchema })
      await write(JSON.stringify({ dump: 1, schema, migrations }))
      for (const table of await listTables({ database: tx, schema })) {
        await write(JSON.stringify({ table: table.name, columns: table.columns }))
        await write(JSON.stringify(await readTable({ database: tx, schema, table, write })))
      }
      for (const sequence of await listSequences({ database: tx, schema }))
        await write(JSON.stringify(sequence))
      await write(endLine)
    },
    { isolationLevel: 'repeatable read' },
  )
}

/** Whether this is the last line of a whole dump. */
export function isEnd(line: string): boolean {
  return line === endLine
}

/** The tables of a schema, each after those it refers to, with the columns that hold data of their own. */
export async function listTables(given: { database: AnyDatabase; schema: string }): Promise<Table[]> {
  const { database, schema } = given
  const tables = await select<Table>(
    database,
    sql`select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        where n.nspname = ${schema} and c.relkind = 'r' and c.relname not like '\\_\\_%'
        group by c.relname order by c.relname`,
  )
  const references = await select<{ from: string; to: string }>(
    database,
    sql`select f.relname as from, t.relname as to from pg_constraint k
        join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
        join pg_namespace n on n.oid = f.relnamespace
        where k.contype = 'f' and n.nspname = ${schema} and k.conrelid <> k.confrelid`,
  )
  return inOrder({ tables, references })
}

/** Reads a table in the order of its keys, handing each row on as a line. The transaction has settled its texts. */
export async function readTable(given: {
  database: AnyDatabase
  schema: string
  table: Table
  write: WriteLine
}): Promise<TableSum> {
  const { database, schema, table, write } = given
  const cursor = sql.identifier('dump_cursor')
  await database.execute(
    sql`declare ${cursor} no scroll cursor for ${await rowQuery({ database, schema, table })}`,
  )
  const hash = createHash('sha256')
  let rows = 0
  for (;;) {
    const some = await select<{ line: string }>(
      database,
      sql`fetch ${sql.raw(String(rowsAtATime))} from ${cursor}`,
    )
    for (const { line } of some) {
      hash.update(line).update('\n')
      await write(line)
    }
    rows += some.length
    if (some.length < rowsAtATime) break
  }
  await database.execute(sql`close ${cursor}`)
  return { rows, sha256: hash.digest('hex') }
}

/** The same value is the same text, whatever the server is set to. */
export async function settleTexts(database: AnyDatabase): Promise<void> {
  await database.execute(sql`set local timezone = 'UTC'`)
  await database.execute(sql`set local datestyle = 'ISO, YMD'`)
}

/** The one place where rows of unknown tables get a type: that of the query beside it. */
export async function select<Row>(database: AnyDatabase, query: SQL): Promise<Row[]> {
  const { rows } = (await database.execute(query)) as unknown as { rows: Row[] }
  return rows
}

async function rowQuery(given: { database: AnyDatabase; schema: string; table: Table }): Promise<SQL> {
  const { database, schema, table } = given
  const name = sql`${sql.identifier(schema)}.${sql.identifier(table.name)}`
  const keys = await select<{ name: string }>(
    database,
    sql`select a.attname as name from pg_index i
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
        where i.indrelid = (${schema}::text || '.' || quote_ident(${table.name}))::regclass and i.indisprimary
        order by a.attnum`,
  )
  const texts = table.columns.map((column) => sql`${sql.identifier(column)}::text`)
  // Two servers may sort words differently; bytes are bytes.
  const order = keys.map((key) => sql`${sql.identifier(key.name)}::text collate "C"`)
  return sql`select json_build_array(${sql.join(texts, sql`, `)})::text as line from ${name}
             order by ${order.length > 0 ? sql.join(order, sql`, `) : sql`1`}`
}

type Migrated = { database: AnyDatabase; migrationsSchema: string }

async function countMigrations({ database, migrationsSchema }: Migrated): Promise<number> {
  const named = `${migrationsSchema}.__drizzle_migrations`
  const [found] = await select<{ name: string | null }>(
    database,
    sql`select to_regclass(${named})::text as name`,
  )
  if (!found?.name) return 0
  const table = sql`${sql.identifier(migrationsSchema)}."__drizzle_migrations"`
  const [row] = await select<{ count: number }>(database, sql`select count(*)::int from ${table}`)
  return row?.count ?? 0
}

function listSequences({ database, schema }: { database: AnyDatabase; schema: string }) {
  return select<{ sequence: string; value: string }>(
    database,
    sql`select sequencename as sequence, last_value::text as value from pg_sequences
        where schemaname = ${schema} and last_value is not null order by sequencename`,
  )
}

function inOrder(given: { tables: Table[]; references: { from: string; to: string }[] }): Table[] {
  const { tables, references } = given
  const ordered: Table[] = []
  let left = tables
  while (left.length > 0) {
    const names = new Set(left.map((table) => table.name))
    const free = left.filter(
      (table) => !references.some(({ from, to }) => from === table.name && names.has(to)),
    )
    if (free.length === 0) throw new Error('tables refer to one another in a circle')
    ordered.push(...free)
    left = left.filter((table) => !free.includes(table))
  }
  return ordered
}
