import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import {
  type AnyDatabase,
  isEnd,
  listTables,
  readTable,
  select,
  settleTexts,
  type Table,
  type TableSum,
} from './dump-database'

/** A dump that is cut short, damaged, or not what arrived in the database. Its message is for people. */
export class DumpError extends Error {
  override name = 'DumpError'
}

export type LoadedTable = TableSum & { name: string }

const rowsAtATime = 200
type Batch = { table: Table; lines: string[] }

/** Whether no table of the schema has a row. */
export async function isEmpty({
  database,
  schema,
}: {
  database: AnyDatabase
  schema: string
}): Promise<boolean> {
  for (const { name } of await listTables({ database, schema })) {
    const found = await select(
      database,
      sql`select 1 from ${sql.identifier(schema)}.${sql.identifier(name)} limit 1`,
    )
    if (found.length > 0) return false
  }
  return true
}

/**
 * Loads a dump into the empty tables of the schema, all of it or nothing: each table is read back and compared before
 * the transaction is committed. Throws DumpError.
 */
export async function loadDump(given: {
  database: AnyDatabase
  schema: string
  lines: AsyncIterable<string>
}): Promise<LoadedTable[]> {
  const { database, schema, lines } = given
  return database.transaction(async (tx) => {
    await settleTexts(tx)
    const loaded: LoadedTable[] = []
    let table: Table | null = null
    let batch: string[] = []
    let hash = createHash('sha256')
    let isWhole = false
    const flush = async ({ table, lines }: Batch) => insertRows({ database: tx, schema, table, lines })

    for await (const line of lines) {
      const entry: unknown = JSON.parse(line)
      if (Array.isArray(entry)) {
        if (!table) throw new DumpError('The dump has rows without a table.')
        hash.update(line).update('\n')
        batch.push(line)
        if (batch.length >= rowsAtATime) await flush({ table, lines: batch.splice(0) })
      } else if (isTable(entry)) {
        table = { name: entry.table, columns: entry.columns }
        hash = createHash('sha256')
        batch = []
      } else if (isSum(entry) && table) {
        await flush({ table, lines: batch.splice(0) })
        if (hash.digest('hex') !== entry.sha256) throw new DumpError(`The dump of ${table.name} is damaged.`)
        loaded.push({ name: table.name, ...(await compare({ database: tx, schema, table, sum: entry })) })
      } else if (isSequence(entry)) {
        await tx.execute(
          sql`select setval(${`${schema}.${entry.sequence}`}::regclass, ${entry.value}::bigint)`,
        )
      } else if (isEnd(line)) isWhole = true
    }
    if (!isWhole) throw new DumpError('The dump is cut short.')
    return loaded
  })
}

async function insertRows(given: { database: AnyDatabase; schema: string } & Batch): Promise<void> {
  const { database, schema, table, lines } = given
  if (lines.length === 0) return
  const types = await columnTypes(given)
  const columns = table.columns.map((column) => sql.identifier(column))
  const values = table.columns.map((column, index) => {
    const type = types.get(column)
    if (!type)
      throw new DumpError(`This version knows no ${table.name}.${column}: the dump is of a newer one.`)
    return sql`(r.value ->> ${sql.raw(String(index))})::${sql.raw(type)}`
  })
  await database.execute(
    sql`insert into ${sql.identifier(schema)}.${sql.identifier(table.name)} (${sql.join(columns, sql`, `)})
        select ${sql.join(values, sql`, `)} from json_array_elements(${`[${lines.join(',')}]`}::json) as r`,
  )
}

async function columnTypes(given: { database: AnyDatabase; schema: string; table: Table }) {
  const { database, schema, table } = given
  const found = await select<{ name: string; type: string }>(
    database,
    sql`select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
        where attrelid = (${schema}::text || '.' || quote_ident(${table.name}))::regclass and attnum > 0`,
  )
  return new Map(found.map(({ name, type }) => [name, type]))
}

async function compare(given: {
  database: AnyDatabase
  schema: string
  table: Table
  sum: TableSum
}): Promise<TableSum> {
  const found = await readTable({ ...given, write: async () => undefined })
  if (found.rows === given.sum.rows && found.sha256 === given.sum.sha256) return found
  throw new DumpError(`What arrived in ${given.table.name} is not what was sent.`)
}

const has = <Key extends string>(entry: unknown, key: Key): entry is Record<Key, unknown> =>
  typeof entry === 'object' && entry !== null && key in entry
const isTable = (entry: unknown): entry is { table: string; columns: string[] } => has(entry, 'columns')
const isSum = (entry: unknown): entry is TableSum => has(entry, 'sha256')
const isSequence = (entry: unknown): entry is { sequence: string; value: string } => has(entry, 'sequence')
