import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'

export const ocrLanguages = ['eng', 'spa'] as const

const require = createRequire(import.meta.url)

/**
 * A folder with the data of all languages, packed and unpacked: tesseract.js takes one folder of `.gz` files,
 * the native program one of plain files. Made once from the npm packages, shared by all processes.
 */
export async function prepareTesseractData(): Promise<string> {
  const folder = join(tmpdir(), `intray-tesseract-${process.getuid?.() ?? 'user'}-1`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const language of ocrLanguages) {
    const packed = await readFile(packedDataPath(language))
    await writeOnce({ path: join(folder, `${language}.traineddata.gz`), bytes: packed })
    await writeOnce({ path: join(folder, `${language}.traineddata`), bytes: gunzipSync(packed) })
  }
  return folder
}

function packedDataPath(language: string): string {
  const root = dirname(require.resolve(`@tesseract.js-data/${language}/package.json`))
  return join(root, '4.0.0_best_int', `${language}.traineddata.gz`)
}

/** Renamed into place, so that another process never sees half a file. */
async function writeOnce({ path, bytes }: { path: string; bytes: Buffer }): Promise<void> {
  const existing = await readFile(path).catch(() => null)
  if (existing?.equals(bytes)) return
  const partial = `${path}.${process.pid}.part`
  await writeFile(partial, bytes)
  await rename(partial, path)
}
