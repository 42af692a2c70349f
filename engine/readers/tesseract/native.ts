import { execFile, spawn } from 'node:child_process'
import { promisify } from 'node:util'
import { reportProgress } from '../progress'
import { prepareTesseractData } from './data'
import { parameters, stallMs } from './parameters'
import { parseTsv } from './parse-tsv'
import type { StripsToRead, StripWord } from './strip-word'
import { toTiff } from './tiff'

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

/** Reads grey strips of one line each with the installed tesseract, all in one go. */
export async function readNatively({ strips, languages }: StripsToRead): Promise<StripWord[][]> {
  dataFolder ??= prepareTesseractData('plain').catch((error: unknown) => {
    // A disk that was full may have room for the next page.
    dataFolder = undefined
    throw error
  })
  const data = ['--tessdata-dir', await dataFolder, '-l', languages.join('+')]
  const settings = Object.entries({ ...parameters, tessedit_create_tsv: '1' }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  // The program overrules a page segmentation that is only a setting.
  const args = ['stdin', 'stdout', ...data, '--psm', parameters.tessedit_pageseg_mode, ...settings]
  return parseTsv({ tsv: await runTesseract({ args, input: toTiff(strips) }), strips })
}

function runTesseract({ args, input }: { args: string[]; input: Buffer }): Promise<string> {
  return new Promise((resolve, reject) => {
    // One thread: its own threads gain nothing and starve the other workers.
    const env = { ...process.env, OMP_THREAD_LIMIT: '1' }
    const child = spawn('tesseract', args, { env, stdio: ['pipe', 'pipe', 'pipe'] })
    const stall = setTimeout(() => child.kill('SIGKILL'), stallMs)
    let output = ''
    let complaint = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
      stall.refresh()
      reportProgress()
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(-2_000)
    })
    child.on('error', reject)
    child.on('close', (code) => {
      clearTimeout(stall)
      if (code === 0) resolve(output)
      else reject(new Error(`tesseract ended with ${code}: ${complaint}`))
    })
    // Its early end is reported by `close`; the broken pipe adds nothing.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}
