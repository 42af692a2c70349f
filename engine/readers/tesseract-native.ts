import { execFile, spawn } from 'node:child_process'
import { promisify } from 'node:util'
import type { GreyPicture } from './grey-picture'
import { readingLimits } from './limits'
import { chosenOcrLanguages } from './ocr-languages'
import { ocrParameters } from './ocr-settings'
import { parseTesseractTsv } from './parse-tesseract-tsv'
import { toPgm } from './pgm'
import type { Word } from './reading'
import { prepareTesseractData } from './tesseract-data'
import { oneThread } from './tesseract-environment'
import { readResidently } from './tesseract-resident'
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

/** Reads a picture with the installed tesseract. */
export async function recogniseNatively(picture: GreyPicture): Promise<Word[]> {
  dataFolder ??= prepareTesseractData('plain').catch((error: unknown) => {
    // A disk that was full may have room for the next page.
    dataFolder = undefined
    throw error
  })
  const settings = Object.entries({ ...ocrParameters, tessedit_create_tsv: '1' }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const languages = ['--tessdata-dir', await dataFolder, '-l', chosenOcrLanguages().join('+')]
  // The program overrules a page segmentation of 6 that is only a setting.
  const mode = ['--psm', ocrParameters.tessedit_pageseg_mode]
  const args = ['stdin', 'stdout', ...languages, ...mode, ...settings]
  const pgm = toPgm(picture)
  return parseTesseractTsv((await readResidently({ pgm, args })) ?? (await readOnce({ pgm, args })))
}

function readOnce({ pgm, args }: { pgm: Buffer; args: string[] }): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('tesseract', args, {
      env: oneThread(),
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
    child.stdin.end(pgm)
  })
}
