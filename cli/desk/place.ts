import path from 'node:path'
import { SettingError } from '@/base/settings'
import { getSettings } from '@/lib/env'
import type { FileStore } from '@/lib/files/file-store'
import { createFileStore } from '@/lib/files/stores'
import { parseS3Location } from '@/lib/s3-location'

/** Where a desk keeps what it knows. Null: in the data folder. */
export type Place = { databaseUrl: string | null; filesUrl: string | null; dataDir: string }

type Wanted = { database: string | undefined; files: string | undefined }

/** The place the settings name. */
export function placeOfSettings(): Place {
  const { DATABASE_URL, FILES_URL, INTRAY_DATA_DIR } = getSettings()
  return { databaseUrl: DATABASE_URL ?? null, filesUrl: FILES_URL ?? null, dataDir: INTRAY_DATA_DIR }
}

/** A place as the options of a command name it; what they leave out is as in `otherwise`. Throws SettingError. */
export function readPlace({ wanted, otherwise }: { wanted: Wanted; otherwise: Place }): Place {
  return {
    dataDir: otherwise.dataDir,
    databaseUrl: readDatabase(wanted.database) ?? readUnset(wanted.database, otherwise.databaseUrl),
    filesUrl: readFiles(wanted.files) ?? readUnset(wanted.files, otherwise.filesUrl),
  }
}

export function filesOf({ filesUrl, dataDir }: Place): FileStore {
  return createFileStore({ FILES_URL: filesUrl ?? undefined, INTRAY_DATA_DIR: dataDir })
}

/** The folders of the two embedded databases, each under its own lock. */
export const webFolder = (place: Place) => path.join(place.dataDir, 'web')
export const engineFolder = (place: Place) => path.join(place.dataDir, 'engine')

function readUnset(wanted: string | undefined, otherwise: string | null): string | null {
  return wanted === undefined ? otherwise : null
}

function readDatabase(wanted: string | undefined): string | null {
  if (wanted === undefined || wanted === 'embedded') return null
  if (/^postgres(ql)?:\/\//.test(wanted)) return wanted
  throw new SettingError('A database is postgres://… or the word embedded.')
}

function readFiles(wanted: string | undefined): string | null {
  if (wanted === undefined || wanted === 'folder') return null
  try {
    parseS3Location(wanted)
    return wanted
  } catch (error) {
    throw new SettingError(`Files are kept at s3://… or in the folder: ${(error as Error).message}.`)
  }
}
