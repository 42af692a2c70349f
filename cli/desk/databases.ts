import { existsSync } from 'node:fs'
import path from 'node:path'
import type { AnyDatabase } from '@/base/database/dump-database'
import { lockFolder } from '@/base/database/folder-lock'
import {
  migrations as engineMigrations,
  openDatabase as openEngineDatabase,
} from '@/engine/store/open-database'
import { connectEmbedded, connectPostgres, migrations as deskMigrations } from '@/lib/db/connection'
import { engineFolder, type Place, webFolder } from './place'

/** The desk's tables and the engine's. */
export const parts = ['desk', 'engine'] as const
export type Part = (typeof parts)[number]

export const schemaOf: Record<Part, string> = { desk: 'public', engine: 'engine' }
export const migrationsOf = { desk: deskMigrations, engine: engineMigrations } satisfies Record<Part, object>

export const schemasOf = (part: Part) => ({
  schema: schemaOf[part],
  migrationsSchema: migrationsOf[part].migrationsSchema,
})

type OpenPart = { database: AnyDatabase; close: () => Promise<void> }

/** The folder whose lock guards an embedded database. */
export function folderOf({ place, part }: { place: Place; part: Part }): string {
  return part === 'desk' ? webFolder(place) : engineFolder(place)
}

/** Whether there has ever been an embedded database of this part. */
export function hasEmbedded(given: { place: Place; part: Part }): boolean {
  return existsSync(path.join(folderOf(given), 'db', 'PG_VERSION'))
}

/** Opens a database, which makes or updates its tables. Throws FolderInUseError, and what Postgres says. */
export function openPart({ place, part }: { place: Place; part: Part }): Promise<OpenPart> {
  return part === 'desk' ? openDesk(place) : openEngine(place)
}

function openDesk(place: Place): Promise<OpenPart> {
  return place.databaseUrl ? connectPostgres(place.databaseUrl) : connectEmbedded(webFolder(place))
}

async function openEngine(place: Place): Promise<OpenPart> {
  const folder = engineFolder(place)
  const lock = place.databaseUrl ? null : await lockFolder(folder)
  const open = await openEngineDatabase({ databaseUrl: place.databaseUrl, folder: path.join(folder, 'db') })
  return {
    database: open.database,
    close: async () => {
      await open.close()
      await lock?.release()
    },
  }
}
