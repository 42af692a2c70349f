import type { PGlite } from '@electric-sql/pglite'

const lookMs = 5 * 60_000
/** Postgres's own measure for its autovacuum: so many rows, and this share of the table. */
const baseRows = 50
const shareOfTable = 0.1

/**
 * Looks now and then for tables that changed much, until the database is closed. The embedded Postgres runs in one
 * process without the one that does this elsewhere: its tables would only grow, and its plans know nothing of them.
 */
export function keepTidy(database: PGlite): void {
  const timer = setInterval(() => {
    if (database.closed) return clearInterval(timer)
    // What fails today (the disk is full) is tried again with the next look.
    void tidyTables(database).catch(() => undefined)
  }, lookMs)
  timer.unref()
}

/** Vacuums and analyses the tables that changed much since that was done last; their names. */
export async function tidyTables(database: PGlite): Promise<string[]> {
  // What was counted is told once a second at most, and after the statement that changed it.
  await database.exec('select pg_stat_force_next_flush()')
  const { rows } = await database.query<{ name: string }>(
    `select format('%I.%I', tables.schemaname, tables.relname) as name
     from pg_stat_user_tables as tables join pg_class on pg_class.oid = tables.relid
     where greatest(n_dead_tup, n_mod_since_analyze) > $1 + $2 * greatest(reltuples, 0)`,
    [baseRows, shareOfTable],
  )
  for (const { name } of rows) await database.exec(`vacuum (analyze) ${name}`)
  return rows.map(({ name }) => name)
}
