import path from 'node:path'
import { dumpDatabase } from '@/base/database/dump-database'
import { lockFolder } from '@/base/database/folder-lock'
import type { EngineSettings } from '../settings/read-settings'
import { type DocumentFiles, openDocumentFiles } from './document-files'
import { type Database, migrations, openDatabase } from './open-database'
import { warmUp } from './warm-up'

export type Store = { database: Database; files: DocumentFiles; close: () => Promise<void> }

/** The engine's database and files, held by this process alone. Throws FolderInUseError when another one holds them. */
export async function openStore({ dataDir, databaseUrl }: EngineSettings): Promise<Store> {
  const lock = await lockFolder(dataDir)
  // The embedded database does not sync: files that outlive a power cut would have no rows to be found by.
  const isSynced = databaseUrl !== null
  const files = await openDocumentFiles({ folder: path.join(dataDir, 'files'), isSynced })
  const { database, close } = await openDatabase({ databaseUrl, folder: path.join(dataDir, 'db') })
  await warmUp(database)
  const { migrationsSchema } = migrations
  if (!databaseUrl) {
    lock.answerWith((write) => dumpDatabase({ database, schema: 'engine', migrationsSchema, write }))
  }
  return {
    database,
    files,
    close: async () => {
      await close()
      await files.close()
      await lock.release()
    },
  }
}
