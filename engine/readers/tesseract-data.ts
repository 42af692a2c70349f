import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { chosenOcrLanguages, findLanguageData, type LanguageData } from './ocr-languages'

/**
 * A folder with the data of all languages, packed and unpacked: tesseract.js takes one folder of `.gz` files,
 * the native program one of plain files. Made once from where the data are found, shared by all processes.
 */
export async function prepareTesseractData(): Promise<string> {
  const folder = join(tmpdir(), `intray-tesseract-${process.getuid?.() ?? 'user'}-1`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const language of chosenOcrLanguages()) {
    const data = await findLanguageData(language)
    if (!data) throw new Error(`There is no data of tesseract's for the language ${language}.`)
    const { packed, plain } = await readBoth(data)
    await writeOnce({ path: join(folder, `${language}.traineddata.gz`), bytes: packed })
    await writeOnce({ path: join(folder, `${language}.traineddata`), bytes: plain })
  }
  return folder
}

async function readBoth({ path, isPacked }: LanguageData): Promise<{ packed: Buffer; plain: Buffer }> {
  const bytes = await readFile(path)
  return isPacked
    ? { packed: bytes, plain: gunzipSync(bytes) }
    : { packed: gzipSync(bytes, { level: 1 }), plain: bytes }
}

/** Renamed into place, so that another process never sees half a file. */
async function writeOnce({ path, bytes }: { path: string; bytes: Buffer }): Promise<void> {
  const existing = await readFile(path).catch(() => null)
  if (existing?.equals(bytes)) return
  const partial = `${path}.${process.pid}.part`
  await writeFile(partial, bytes)
  await rename(partial, path)
}
