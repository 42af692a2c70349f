import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { access, constants, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { PGlite } from '@electric-sql/pglite'
import { SettingError } from '../settings'
import { requireDiskRoom } from './disk-room'
import { keepTidy } from './tidy'

/** Creates the cluster and ends: initdb leaves 800 MB in the process that ran it. */
const createCluster = `import { PGlite } from '@electric-sql/pglite'
const database = await PGlite.create(process.argv[1])
await database.close()`

/** 160 MB of memory for a reopened database instead of 293 MB with the default of 128 MB. */
const sharedBuffers = ['-c', 'shared_buffers=8MB']

/** A new cluster takes 39 MB; an old one writes a segment of its log at the least. */
const clusterBytes = 45_000_000
const segmentBytes = 17_000_000

/**
 * Opens the embedded Postgres in `folder`, creating it on first use. The caller holds the folder's lock.
 * Without a folder the database lives in memory (tests).
 * @throws SettingError where the disk is full, or the database is damaged.
 */
export async function openPglite(folder?: string): Promise<PGlite> {
  if (!folder) return PGlite.create()
  const isNew = !existsSync(path.join(folder, 'PG_VERSION'))
  await requireDiskRoom({ folder, bytes: isNew ? clusterBytes : segmentBytes })
  if (isNew) await makeCluster(folder)
  const database = await openCluster(folder)
  keepTidy(database)
  return database
}

/** The library ends in `Aborted()` or the like, whatever is wrong with the files. */
async function openCluster(folder: string): Promise<PGlite> {
  try {
    await access(folder, constants.R_OK | constants.W_OK)
    return await PGlite.create(folder, { startParams: [...PGlite.defaultStartParams, ...sharedBuffers] })
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : null
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
      throw new SettingError(
        `The database in ${folder} cannot be read and written by this user (${code}). Give the folder and all in it to the user that runs Intray.`,
        { cause },
      )
    }
    throw new SettingError(
      `The database in ${folder} is damaged and cannot be opened. Keep a copy of that folder, then restore your last backup into an empty INTRAY_DATA_DIR (npm run restore).`,
      { cause },
    )
  }
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
