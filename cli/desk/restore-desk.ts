import { cp, mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { SettingError } from '@/base/settings'
import { createDiskFiles } from '@/lib/files/disk/disk-files'
import { say } from '../terminal'
import { unpackFolder } from './archive'
import { dumpName, engineFilesName, filesName, readNote } from './backup-desk'
import { carryDump } from './carry-dump'
import { copyOriginals, listOriginals } from './copy-originals'
import { type Part, parts } from './databases'
import { isEmptyPart, loadDumpFile } from './dump-file'
import { holdingDesk } from './hold-desk'
import { engineFolder, filesOf, type Place } from './place'

/**
 * Brings a backup back to an empty place: files first, then each database in one transaction, every file and table
 * compared. Throws SettingError where a desk runs there, has been there, or where the backup is not whole.
 */
export async function restoreDesk({ from, place }: { from: string; place: Place }): Promise<void> {
  await mkdir(place.dataDir, { recursive: true, mode: 0o700 })
  await holdingDesk([place], async () => {
    const work = await mkdtemp(path.join(place.dataDir, 'restore-'))
    try {
      await bringBack({ folder: await openBackup({ from, work }), work, place })
    } finally {
      await rm(work, { recursive: true, force: true })
    }
  })
}

type Backup = { folder: string; work: string; place: Place }

async function bringBack({ folder, work, place }: Backup): Promise<void> {
  const note = await readNote(folder)
  await requireEmpty(place)
  say(`Backup of ${note.takenAt}`)
  const dumps: { part: Part; file: string }[] = []
  for (const part of parts) {
    if (!note.dumps[dumpName(part)]) continue
    dumps.push({ part, file: await carryDump({ part, file: path.join(folder, dumpName(part)), work }) })
  }
  await bringFiles({ folder, place })
  for (const { part, file } of dumps) {
    say(`Tables of the ${part}`)
    const loaded = await loadDumpFile({ place, part, file })
    for (const { name, rows } of loaded) say(`  ${name}: ${rows} rows, compared`)
  }
}

async function openBackup({ from, work }: { from: string; work: string }): Promise<string> {
  const found = await stat(from).catch(() => null)
  if (!found) throw new SettingError(`There is no ${from}.`)
  if (found.isDirectory()) return from
  await unpackFolder({ folder: work, file: from })
  return work
}

async function requireEmpty(place: Place): Promise<void> {
  for (const part of parts) {
    if (await isEmptyPart({ place, part })) continue
    throw new SettingError(
      `There is a ${part} with rows in its tables already. Name an empty data folder (INTRAY_DATA_DIR) or database.`,
    )
  }
}

async function bringFiles({ folder, place }: { folder: string; place: Place }): Promise<void> {
  const originals = await listOriginals(path.join(folder, dumpName('desk')))
  const from = createDiskFiles(path.join(folder, filesName))
  const { copied, known, missing } = await copyOriginals({ originals, from, to: filesOf(place) })
  say(`Files: ${copied} copied, ${known} were there already, every one compared by SHA-256`)
  for (const key of missing) say(`  ${key} is not in the backup`)
  const waiting = path.join(folder, engineFilesName)
  const target = path.join(engineFolder(place), 'files')
  if (await stat(waiting).catch(() => null)) await cp(waiting, target, { recursive: true })
}
