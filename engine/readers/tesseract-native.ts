import { execFile, spawn } from 'node:child_process'
import { promisify } from 'node:util'
import { readingLimits } from './limits'
import { ocrParameters, type PageMode } from './ocr-settings'
import { parseTesseractTsv } from './parse-tesseract-tsv'
import type { Word } from './reading'
import { ocrLanguages, prepareTesseractData } from './tesseract-data'
import { tooSlow } from './too-slow'

const run = promisify(execFile)

let found: Promise<boolean> | undefined
let dataFolder: Promise<string> | undefined

/** Whether a `tesseract` of version 4 or newer is on the PATH; asked once per process. */
export function findNativeTesseract(): Promise<boolean> {
  found ??= run('tesseract', ['--version'], { timeout: 5_000 }).then(
    ({ stdout, stderr }) => /tesseract v?([4-9]|\d\d)\./.test(stdout + stderr),
    () => false,
  )
  return found
}

/** Reads a PNG with the installed tesseract and the language data of the npm packages. */
export async function recogniseNatively({ png, mode }: { png: Buffer; mode: PageMode }): Promise<Word[]> {
  dataFolder ??= prepareTesseractData()
  const args = ['stdin', 'stdout', '--tessdata-dir', await dataFolder, '-l', ocrLanguages.join('+')]
  const settings = Object.entries({ ...ocrParameters, tessedit_create_tsv: '1' }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  return parseTesseractTsv(
    await pipeThrough({ input: png, args: [...args, '--psm', String(mode), ...settings] }),
  )
}

function pipeThrough({ input, args }: { input: Buffer; args: string[] }): Promise<string> {
  return new Promise((resolve, reject) => {
    // One thread: its own threads gain nothing and starve the other workers.
    const child = spawn('tesseract', args, {
      env: { ...process.env, OMP_THREAD_LIMIT: '1' },
      stdio: ['pipe', 'pipe', 'pipe'],
      timeout: readingLimits.recognitionMs,
      killSignal: 'SIGKILL',
    })
    let output = ''
    let complaint = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(-2_000)
    })
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(output)
      else if (child.killed) reject(tooSlow())
      else reject(new Error(`tesseract ended with ${code}: ${complaint}`))
    })
    // Its early end is told by `close`; the broken pipe adds nothing.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}
