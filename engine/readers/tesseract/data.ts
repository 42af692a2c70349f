import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { lstat, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { chosenOcr } from '../ocr-settings'
import { findLanguageData, type LanguageData } from './languages'

/** tesseract.js takes `packed` files (`.gz`), the native program `plain` ones. */
type DataForm = 'packed' | 'plain'

type Source = LanguageData & { language: string }

/**
 * A folder with the data of all chosen languages. Made once from where they are found and shared by all processes of
 * this user. Throws where somebody else may have written in it.
 */
export async function prepareTesseractData(form: DataForm): Promise<string> {
  const sources = await Promise.all(chosenOcr().languages.map(findSource))
  const folder = join(
    tmpdir(),
    `intray-tesseract-${process.getuid?.() ?? 'user'}-${await fingerprint(sources)}`,
  )
  await makeOwnFolder(folder)
  for (const source of sources) await provide({ source, form, folder })
  return folder
}

async function findSource(language: string): Promise<Source> {
  const data = await findLanguageData(language)
  if (!data) throw new Error(`There is no data of tesseract's for the language ${language}.`)
  return { ...data, language }
}

/** Other data get another folder, so that what lies in one never changes. */
async function fingerprint(sources: Source[]): Promise<string> {
  const hash = createHash('sha256')
  for (const { path } of sources) {
    const { size, mtimeMs } = await stat(path)
    hash.update(`${path} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex').slice(0, 12)
}

/** Its name can be guessed, so another user of the machine may have made it first. */
async function makeOwnFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const { uid, mode } = await lstat(folder)
  const isOwn = process.getuid === undefined || (uid === process.getuid() && (mode & 0o077) === 0)
  if (!isOwn)
    throw new Error(`${folder} is open to others, so tesseract's data are not looked for there; remove it.`)
}

async function provide({
  source,
  form,
  folder,
}: {
  source: Source
  form: DataForm
  folder: string
}): Promise<void> {
  const path = join(folder, `${source.language}.traineddata${form === 'packed' ? '.gz' : ''}`)
  if (existsSync(path)) return
  const bytes = await readFile(source.path)
  // Renamed into place when it is on the disk, so that nobody ever sees half a file.
  const partial = `${path}.${process.pid}.part`
  await writeFile(partial, inForm({ bytes, isPacked: source.isPacked, form }), { flush: true })
  await rename(partial, path)
}

function inForm({ bytes, isPacked, form }: { bytes: Buffer; isPacked: boolean; form: DataForm }): Buffer {
  if (isPacked === (form === 'packed')) return bytes
  return isPacked ? gunzipSync(bytes) : gzipSync(bytes, { level: 1 })
}
