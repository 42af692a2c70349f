import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { Pool } from 'pg'
import { dumpDatabase, isEnd, select, type WriteLine } from '@/base/database/dump-database'
import { askHolderForDump } from '@/base/database/folder-lock'
import { DumpError, isEmpty, type LoadedTable, loadDump } from '@/base/database/load-dump'
import { folderOf, hasEmbedded, openPart, type Part, schemaOf, schemasOf } from './databases'
import type { Place } from './place'

type Taken = { place: Place; part: Part; file: string }

/**
 * Writes one part's tables to a compressed file, as they stand at one moment, also while the desk runs: an embedded
 * database is asked for it through its folder's lock. False where there is no such part.
 */
export async function takeDump({ place, part, file }: Taken): Promise<boolean> {
  if (place.databaseUrl) return takeFromPostgres({ url: place.databaseUrl, part, file })
  if (!hasEmbedded({ place, part })) return false
  const running = await askHolderForDump(folderOf({ place, part }))
  await writeDumpFile({
    file,
    fill: async (write) => {
      if (running) for await (const line of running) await write(line)
      else await dumpClosed({ place, part, write })
    },
  })
  return true
}

/** Loads a file of takeDump into this part's empty tables. Throws DumpError, and leaves nothing behind then. */
export async function loadDumpFile({ place, part, file }: Taken): Promise<LoadedTable[]> {
  const open = await openPart({ place, part })
  try {
    return await loadDump({ database: open.database, schema: schemaOf[part], lines: readLines(file) })
  } finally {
    await open.close()
  }
}

/** Whether the part's tables are there and without a row. */
export async function isEmptyPart(given: { place: Place; part: Part }): Promise<boolean> {
  if (!given.place.databaseUrl && !hasEmbedded(given)) return true
  const open = await openPart(given)
  try {
    return await isEmpty({ database: open.database, schema: schemaOf[given.part] })
  } finally {
    await open.close()
  }
}

/** What two dump files of the same tables have in common if their rows are the same. */
export async function hashLines(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const line of readLines(file)) hash.update(line).update('\n')
  return hash.digest('hex')
}

/** The lines of a dump file. Throws where the file is no whole compressed file. */
export async function* readLines(file: string): AsyncIterable<string> {
  const text = createGunzip()
  const read = pipeline(createReadStream(file), text)
  read.catch(() => undefined)
  try {
    yield* createInterface({ input: text })
    await read
  } finally {
    text.destroy()
  }
}

async function dumpClosed({ place, part, write }: Omit<Taken, 'file'> & { write: WriteLine }): Promise<void> {
  const open = await openPart({ place, part })
  try {
    await dumpDatabase({ database: open.database, ...schemasOf(part), write })
  } finally {
    await open.close()
  }
}

/** Without opening it as a desk would: nothing is migrated, and whoever runs on it is left in peace. */
async function takeFromPostgres({ url, part, file }: { url: string; part: Part; file: string }) {
  const schema = schemaOf[part]
  const pool = new Pool({ connectionString: url, max: 1 })
  try {
    const database = drizzle(pool)
    const found = await select(database, sql`select 1 from pg_tables where schemaname = ${schema} limit 1`)
    if (found.length === 0) return false
    await writeDumpFile({ file, fill: (write) => dumpDatabase({ database, ...schemasOf(part), write }) })
    return true
  } finally {
    await pool.end()
  }
}

export async function writeDumpFile({
  file,
  fill,
}: {
  file: string
  fill: (write: WriteLine) => Promise<void>
}) {
  const packed = createGzip()
  const stored = pipeline(packed, createWriteStream(file, { mode: 0o600 }))
  stored.catch(() => undefined)
  let last = ''
  await fill(async (line) => {
    last = line
    if (!packed.write(`${line}\n`)) await once(packed, 'drain')
  })
  packed.end()
  await stored
  // A process that dies while it is asked leaves no other sign.
  if (!isEnd(last)) throw new DumpError('The desk went away while it was asked for its tables. Try again.')
}
