import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { dumpDatabase, select } from '@/base/database/dump-database'
import { openPart } from '@/cli/desk/databases'
import { writeDumpFile } from '@/cli/desk/dump-file'
import type { Place } from '@/cli/desk/place'
import { restoreDesk } from '@/cli/desk/restore-desk'
import { sha256OfFile } from '@/lib/files/receive/hash'
import { openKept, parts } from './kept-version'

const scratch = await mkdtemp(path.join(tmpdir(), 'earlier-backup-'))
const place = (name: string): Place => ({
  databaseUrl: null,
  filesUrl: null,
  dataDir: path.join(scratch, name),
})
const partOf = { web: 'desk', engine: 'engine' } as const

type Head = { dump: 1; schema: string; migrations?: number }

/** A backup of 0.2.0's tables, with these words at the head of each dump. */
async function backUp({ name, head }: { name: string; head: (found: Head) => Head }): Promise<string> {
  const folder = path.join(scratch, name)
  await mkdir(folder)
  const dumps: Record<string, string> = {}
  for (const part of parts) {
    const { client, database } = await openKept({ version: '0.2.0', part })
    const dump = `${partOf[part.name]}.ndjson.gz`
    const file = path.join(folder, dump)
    const rewrite = (line: string) =>
      line.startsWith('{"dump"') ? JSON.stringify(head(JSON.parse(line))) : line
    await writeDumpFile({
      file,
      fill: (write) => dumpDatabase({ database, ...part, write: (line) => write(rewrite(line)) }),
    })
    dumps[dump] = await sha256OfFile(file)
    await client.close()
  }
  await writeFile(
    path.join(folder, 'backup.json'),
    JSON.stringify({ backup: 1, takenAt: '2026-10-01', dumps }),
  )
  return folder
}

async function readAt(kept: Place) {
  const { database, close } = await openPart({ place: kept, part: 'desk' })
  const found = await select<{ name: string; total: string | null }>(
    database,
    sql`select d.name, a.result ->> 'total' as total from documents d join attempts a on a.document_id = d.id where a.state = 'done'`,
  )
  await close()
  return found
}

test('a backup of 0.2.0, which names no migrations, is brought back and carried forward', async () => {
  const from = await backUp({ name: 'earlier', head: ({ dump, schema }) => ({ dump, schema }) })
  const restored = place('restored')
  await restoreDesk({ from, place: restored })
  expect(await readAt(restored)).toEqual([{ name: 'factura ñ.pdf', total: '121.5' }])
}, 300_000)

test('a backup of a newer version is refused before anything is written', async () => {
  const from = await backUp({ name: 'newer', head: (found) => ({ ...found, migrations: 1000 }) })
  await expect(restoreDesk({ from, place: place('never') })).rejects.toThrow('newer version')
}, 300_000)
