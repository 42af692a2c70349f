import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const require = createRequire(import.meta.url)

/** Tesseract's names: `deu`, `chi_sim`. They become parts of paths. */
export const ocrLanguagePattern = /^[a-z]{3,4}(?:_[A-Za-z]{3,8}){0,2}$/

export type LanguageData = { path: string; isPacked: boolean }

/** Where a language's data lie: in a package from npm, else with the installed tesseract; null: nowhere. */
export async function findLanguageData(language: string): Promise<LanguageData | null> {
  const packed = pathInPackage(language)
  if (packed) return { path: packed, isPacked: true }
  const folder = await findInstalledFolder()
  const plain = folder && join(folder, `${language}.traineddata`)
  return plain && existsSync(plain) ? { path: plain, isPacked: false } : null
}

function pathInPackage(language: string): string | null {
  try {
    const root = dirname(require.resolve(`@tesseract.js-data/${language}/package.json`))
    const path = join(root, '4.0.0_best_int', `${language}.traineddata.gz`)
    return existsSync(path) ? path : null
  } catch {
    // No such package is installed.
    return null
  }
}

/** As the program itself names it: `List of available languages in "/usr/share/…/tessdata/" (3):`. */
async function findInstalledFolder(): Promise<string | null> {
  const listed = await run('tesseract', ['--list-langs'], { timeout: 5_000 }).catch(() => null)
  return listed ? (/"([^"]+)"/.exec(listed.stdout + listed.stderr)?.[1] ?? null) : null
}
