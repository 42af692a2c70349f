import { chmod, cp, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { SettingError } from '@/base/settings'
import { createDiskFiles } from '@/lib/files/disk/disk-files'
import { sha256OfFile } from '@/lib/files/receive/hash'
import { say } from '../terminal'
import { packFolder } from './archive'
import { copyOriginals, listOriginals } from './copy-originals'
import { parts } from './databases'
import { takeDump } from './dump-file'
import { engineFolder, filesOf, type Place } from './place'

/** What a backup folder says of itself; `dumps` are file name and SHA-256. */
const noteSchema = z.object({
  backup: z.literal(1),
  takenAt: z.string(),
  dumps: z.record(z.string(), z.string()),
})
type BackupNote = z.infer<typeof noteSchema>

const noteName = 'backup.json'
export const dumpName = (part: string) => `${part}.ndjson.gz`
export const filesName = 'files'
export const engineFilesName = 'engine-files'

/**
 * Writes all that a desk keeps to a folder or a .tar.gz, also while it runs: its tables as they stood at one moment,
 * then the originals these name, which never change. A folder used before is brought up to date. The secrets of the
 * data folder are left out.
 */
export async function backupDesk({ place, to }: { place: Place; to: string }): Promise<void> {
  if (!/\.(tar\.gz|tgz)$/.test(to)) return fillFolder({ place, folder: to })
  if (await exists(to)) throw new SettingError(`${to} exists. Name another file.`)
  const folder = `${to}.making-${process.pid}`
  try {
    await fillFolder({ place, folder })
    await packFolder({ folder, file: `${folder}.tar.gz` })
    await rename(`${folder}.tar.gz`, to)
  } finally {
    await rm(folder, { recursive: true, force: true })
    await rm(`${folder}.tar.gz`, { force: true })
  }
  say(`Packed into ${to}`)
}

/** Reads a backup's note and compares its dumps with it. Throws SettingError where this is no whole backup. */
export async function readNote(folder: string): Promise<BackupNote> {
  const text = await readFile(path.join(folder, noteName), 'utf8').catch(() => {
    throw new SettingError(`There is no whole backup in ${folder}: it has no ${noteName}.`)
  })
  const note = noteSchema.parse(JSON.parse(text))
  for (const [name, sha256] of Object.entries(note.dumps)) {
    const found = await sha256OfFile(path.join(folder, name)).catch(() => null)
    if (found !== sha256) throw new SettingError(`The backup is damaged: ${name} is not what was written.`)
  }
  return note
}

async function fillFolder({ place, folder }: { place: Place; folder: string }): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await closeToOthers(folder)
  // Written last: without it nobody takes a half-made backup for a whole one.
  await rm(path.join(folder, noteName), { force: true })
  const takenAt = new Date().toISOString()
  const engineFiles = {
    from: path.join(engineFolder(place), 'files'),
    to: path.join(folder, engineFilesName),
  }
  await copyEngineFiles(engineFiles)
  const dumps: Record<string, string> = {}
  for (const part of parts) {
    const file = path.join(folder, dumpName(part))
    await rm(file, { force: true })
    if (await takeDump({ place, part, file })) dumps[dumpName(part)] = await sha256OfFile(file)
  }
  if (!dumps[dumpName('desk')]) throw new SettingError('There is no desk here to back up.')
  // What the engine took in between has its file now.
  await copyEngineFiles(engineFiles)
  const originals = await listOriginals(path.join(folder, dumpName('desk')))
  const to = createDiskFiles(path.join(folder, filesName))
  const { copied, known, missing } = await copyOriginals({ originals, from: filesOf(place), to })
  await writeFile(
    path.join(folder, noteName),
    `${JSON.stringify({ backup: 1, takenAt, dumps }, null, 2)}\n`,
    {
      mode: 0o600,
    },
  )
  say(`Backup of ${takenAt}: ${Object.keys(dumps).join(', ')}`)
  say(`  ${copied} files copied, ${known} were there already, every one compared by SHA-256`)
  for (const key of missing) say(`  ${key} was missing and is not in the backup`)
}

/** Documents the engine is about to read; one that it has read meanwhile is gone, and nobody misses it. */
async function copyEngineFiles({ from, to }: { from: string; to: string }): Promise<void> {
  if (!(await exists(from))) return
  await cp(from, to, { recursive: true, force: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
}

/** A folder that was there may belong to somebody else, who decides who sees it. */
async function closeToOthers(folder: string): Promise<void> {
  await chmod(folder, 0o700).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPERM') throw error
    say(`${folder} belongs to another user: see to it that nobody else reads it.`)
  })
}

async function exists(name: string): Promise<boolean> {
  return (await stat(name).catch(() => null)) !== null
}
