import { createHmac, randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { requireDiskRoom } from '@/base/database/disk-room'
import { FolderInUseError, lockFolder } from '@/base/database/folder-lock'
import { SettingError } from '@/base/settings'
import type { Settings } from '@/lib/env'

export type DataFolder = { path: string; logs: string; engine: string; secret: string }

/** Below this not even the logs can be written; the databases ask for what they need themselves. */
const logBytes = 20_000_000

/**
 * Creates the data folder for this user alone, takes it for this process unless the database is Postgres, and reads or
 * makes the secret.
 * Throws SettingError when the folder cannot be used, its disk is full or another Intray holds it.
 */
export async function openDataFolder(settings: Settings): Promise<DataFolder> {
  const folder = settings.INTRAY_DATA_DIR
  const logs = path.join(folder, 'logs')
  try {
    await requireDiskRoom({ folder, bytes: logBytes })
    await mkdir(logs, { recursive: true, mode: 0o700 })
    await chmod(folder, 0o700)
    if (!settings.DATABASE_URL) await holdAlone(folder)
    const secret = settings.INTRAY_SECRET ?? (await readOrMakeSecret(path.join(folder, 'secret')))
    return { path: folder, logs, engine: path.join(folder, 'engine'), secret }
  } catch (error) {
    throw toSettingError({ error, folder })
  }
}

/** The engine's key: known to whoever knows the secret, and to nobody else; so it need not be stored. */
export function engineKey(secret: string): string {
  return `dt_local_${createHmac('sha256', secret).update('engine-key').digest('base64url')}`
}

/**
 * An embedded database has one desk, for as long as this process lives; the kernel lets go of the lock then. On
 * Postgres several desks may share the folder and the files in it.
 */
async function holdAlone(folder: string): Promise<void> {
  await lockFolder(folder)
  await refuseLeftOver(path.join(folder, 'web'))
  await refuseLeftOver(path.join(folder, 'engine'))
}

/** A web or engine process whose launcher was killed may still be ending. */
async function refuseLeftOver(folder: string): Promise<void> {
  const lock = await lockFolder(folder)
  await lock.release()
}

async function readOrMakeSecret(file: string): Promise<string> {
  await writeFile(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    },
  )
  const secret = (await readFile(file, 'utf8')).trim()
  if (secret.length < 32) {
    throw new SettingError(`The secret in ${file} is too short. Remove the file; everyone signs in again.`)
  }
  return secret
}

function toSettingError({ error, folder }: { error: unknown; folder: string }): Error {
  if (error instanceof SettingError) return error
  if (error instanceof FolderInUseError) {
    return new SettingError(
      `The data folder ${folder} is in use by another Intray. Stop that one, or choose another folder with INTRAY_DATA_DIR.`,
    )
  }
  const reason = error instanceof Error ? error.message : String(error)
  return new SettingError(
    `The data folder ${folder} cannot be used (${reason}). Choose another with INTRAY_DATA_DIR.`,
  )
}
