import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { z } from 'zod'
import { dumpDatabase } from '@/base/database/dump-database'
import { DumpError, loadDump } from '@/base/database/load-dump'
import { migrateTables } from '@/base/database/migrate'
import { openPglite } from '@/base/database/open-pglite'
import { say } from '../terminal'
import { migrationsOf, type Part, schemaOf, schemasOf } from './databases'
import { readLines, writeDumpFile } from './dump-file'

/** Version 0.2.0, whose dumps do not say it, made its tables by one migration. */
const headSchema = z.object({ dump: z.literal(1), migrations: z.number().int().min(1).default(1) })

type Dump = { part: Part; file: string; work: string }

/**
 * A file of takeDump as this version would have written it: one of an earlier version is loaded into tables of that
 * version, in a database of its own in the folder `work`, and carried forward there. Throws DumpError.
 */
export async function carryDump({ part, file, work }: Dump): Promise<string> {
  const { migrations: made } = await readHead(file)
  const known = readMigrationFiles(migrationsOf[part]).length
  if (made > known) throw new DumpError('The dump is of a newer version. Use that one, or a later one.')
  if (made === known) return file
  say(`Tables of the ${part} are of an earlier version and are carried forward`)
  const folder = path.join(work, `carry-${part}`)
  await mkdir(folder)
  const client = await openPglite(path.join(folder, 'db'))
  try {
    const database = drizzle({ client })
    const bring = (migrationsFolder: string) => {
      const migrations = { ...migrationsOf[part], migrationsFolder }
      return migrateTables({ database, migrations, migrate, setting: 'INTRAY_DATA_DIR' })
    }
    await bring(await copyFirst({ count: made, part, folder: path.join(folder, 'migrations') }))
    await loadDump({ database, schema: schemaOf[part], lines: readLines(file) })
    await bring(migrationsOf[part].migrationsFolder)
    const carried = path.join(folder, 'carried.ndjson.gz')
    await writeDumpFile({
      file: carried,
      fill: (write) => dumpDatabase({ database, ...schemasOf(part), write }),
    })
    return carried
  } finally {
    await client.close()
  }
}

async function readHead(file: string): Promise<z.infer<typeof headSchema>> {
  for await (const line of readLines(file)) {
    const head = headSchema.safeParse(JSON.parse(line))
    if (head.success) return head.data
    break
  }
  throw new DumpError('The dump does not begin as one.')
}

const journalSchema = z.looseObject({ entries: z.array(z.unknown()) })

type First = { count: number; part: Part; folder: string }

/** A folder with no more than the first migrations: the migrator applies all that it finds. */
async function copyFirst({ count, part, folder }: First): Promise<string> {
  await cp(migrationsOf[part].migrationsFolder, folder, { recursive: true })
  const name = path.join(folder, 'meta/_journal.json')
  const journal = journalSchema.parse(JSON.parse(await readFile(name, 'utf8')))
  const first = { ...journal, entries: journal.entries.slice(0, count) }
  await writeFile(name, JSON.stringify(first))
  return folder
}
