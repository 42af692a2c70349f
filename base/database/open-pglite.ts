import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { PGlite } from '@electric-sql/pglite'
import { keepTidy } from './tidy'

/** Creates the cluster and ends: initdb leaves 800 MB in the process that ran it. */
const createCluster = `import { PGlite } from '@electric-sql/pglite'
const database = await PGlite.create(process.argv[1])
await database.close()`

/** 160 MB of memory for a reopened database instead of 293 MB with the default of 128 MB. */
const sharedBuffers = ['-c', 'shared_buffers=8MB']

/**
 * Opens the embedded Postgres in `folder`, creating it on first use. The caller holds the folder's lock.
 * Without a folder the database lives in memory (tests).
 */
export async function openPglite(folder?: string): Promise<PGlite> {
  if (!folder) return PGlite.create()
  if (!existsSync(path.join(folder, 'PG_VERSION'))) await makeCluster(folder)
  const database = await PGlite.create(folder, {
    startParams: [...PGlite.defaultStartParams, ...sharedBuffers],
  })
  keepTidy(database)
  return database
}

/** Made under another name: a cluster whose making was interrupted looks whole and never opens. */
async function makeCluster(folder: string): Promise<void> {
  await removeUnfinished(folder)
  const unfinished = `${folder}.making-${process.pid}`
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', createCluster, unfinished])
  await rename(unfinished, folder)
}

async function removeUnfinished(folder: string): Promise<void> {
  const parent = path.dirname(folder)
  const prefix = `${path.basename(folder)}.making-`
  const names = await readdir(parent).catch(() => [])
  const unfinished = names.filter((name) => name.startsWith(prefix))
  await Promise.all(unfinished.map((name) => rm(path.join(parent, name), { recursive: true, force: true })))
}
