import { readFile } from 'node:fs/promises'
import { availableParallelism, cpus, release, totalmem, type } from 'node:os'
import { versionOf } from './programs'

/** Cores, memory and the versions of everything that is measured or compared with. */
export async function describeMachine(): Promise<string> {
  const { dependencies } = JSON.parse(await readFile('package.json', 'utf8'))
  const references = await Promise.all([
    versionOf({ name: 'pdftotext', flag: '-v' }),
    versionOf({ name: 'tesseract', flag: '--version' }),
    versionOf({ name: 'ocrmypdf', flag: '--version' }),
  ])
  const parts = ['@hyzyla/pdfium', 'onnxruntime-web', 'tesseract.js', '@electric-sql/pglite'].map(
    (name) => `${name} ${dependencies[name]}`,
  )
  const gigabytes = Math.round(totalmem() / 1024 ** 3)
  return [
    `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${gigabytes} GB, ${type()} ${release()}`,
    [`Node ${process.versions.node}`, ...parts, ...references.filter((version) => version !== null)].join(
      ', ',
    ),
  ].join('\n')
}
