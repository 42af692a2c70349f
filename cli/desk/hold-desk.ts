import path from 'node:path'
import { Client } from 'pg'
import { FolderInUseError, type FolderLock, lockFolder } from '@/base/database/folder-lock'
import { SettingError } from '@/base/settings'
import { leaveDatabase, takeDatabase } from '@/lib/db/process-locks'
import { rootMessage } from '@/lib/errors'
import type { Place } from './place'

type Release = () => Promise<void>

/**
 * Runs `work` while no desk runs at any of the places, nor can start: it holds the lock of each data folder and one on
 * each Postgres. Throws SettingError where a desk runs.
 */
export async function holdingDesk(places: Place[], work: () => Promise<void>): Promise<void> {
  const releases: Release[] = []
  try {
    for (const folder of new Set(places.map((place) => place.dataDir)))
      releases.push(await holdFolder(folder))
    for (const url of new Set(places.flatMap((place) => place.databaseUrl ?? []))) {
      releases.push(await holdPostgres(url))
    }
    await work()
  } finally {
    for (const release of releases.reverse()) await release()
  }
}

/** The launcher's lock is kept; the processes it left behind, if it was killed, may not be alive either. */
async function holdFolder(folder: string): Promise<Release> {
  const lock = await lockUnused({ folder, of: folder })
  try {
    for (const part of ['web', 'engine']) {
      const left = await lockUnused({ folder: path.join(folder, part), of: folder })
      await left.release()
    }
    return lock.release
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function lockUnused({ folder, of }: { folder: string; of: string }): Promise<FolderLock> {
  return lockFolder(folder).catch((error) => {
    if (!(error instanceof FolderInUseError)) throw error
    throw new SettingError(`A desk is running on ${path.resolve(of)}. Stop it first.`)
  })
}

async function holdPostgres(url: string): Promise<Release> {
  const session = new Client({ connectionString: url })
  session.on('error', () => process.stderr.write('The hold on the database was lost.\n'))
  await session.connect().catch((error) => {
    throw new SettingError(`The database cannot be used: ${rootMessage(error)}`)
  })
  if (await takeDatabase(session)) return () => leaveDatabase(session)
  await session.end()
  const { host, pathname } = new URL(url)
  throw new SettingError(`A desk is running on ${host}${pathname}. Stop it first.`)
}
