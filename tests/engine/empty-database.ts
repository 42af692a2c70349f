import { mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openPglite } from '@/base/database/open-pglite'

/** A database folder as PGlite makes it, made once and copied: making one takes seconds. */
export async function emptyDatabase(): Promise<string> {
  const pglite = await readFile(path.join('node_modules', '@electric-sql', 'pglite', 'package.json'), 'utf8')
  const { version } = JSON.parse(pglite)
  const folder = path.join(tmpdir(), `intray-empty-database-${version}`)
  if (await stat(folder).catch(() => null)) return folder
  const fresh = await mkdtemp(`${folder}-`)
  const database = await openPglite(path.join(fresh, 'db'))
  await database.close()
  // Another test file may have been faster.
  await rename(path.join(fresh, 'db'), folder).catch(() => undefined)
  await rm(fresh, { recursive: true, force: true })
  return folder
}
