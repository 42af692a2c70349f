import { createWorker, OEM, type PSM, type Worker } from 'tesseract.js'
import type { Picture } from '../picture/picture'
import { reportProgress } from '../progress'
import { prepareTesseractData } from './data'
import { parameters, stallMs } from './parameters'
import type { StripsToRead, StripWord } from './strip-word'
import { toTiff } from './tiff'

let warm: Promise<Worker> | undefined
let warmLanguages: string | undefined

/** Reads grey strips of one line each with tesseract.js; its worker stays warm for the next ones in these languages. */
export async function readInWasm({ strips, languages }: StripsToRead): Promise<StripWord[][]> {
  if (warmLanguages !== languages.join('+')) await stopWasmWorker()
  warmLanguages = languages.join('+')
  warm ??= startWorker(languages).catch((error: unknown) => {
    // What was in its way may be gone with the next picture.
    warm = undefined
    throw error
  })
  const worker = await warm
  const words: StripWord[][] = []
  for (const strip of strips) {
    words.push(await readStrip({ worker, strip }))
    reportProgress()
  }
  return words
}

async function readStrip({ worker, strip }: { worker: Worker; strip: Picture }): Promise<StripWord[]> {
  const { data } = await unlessStalled(worker.recognize(toTiff([strip]), {}, { text: false, blocks: true }))
  const lines = (data.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((part) => part.lines))
  return lines
    .flatMap((line) => line.words)
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, confidence, bbox }) => ({
      text: text.trim(),
      confidence: confidence / 100,
      from: bbox.x0 / strip.width,
      to: bbox.x1 / strip.width,
    }))
}

/** A worker that hangs cannot be told to stop: it is ended. */
async function unlessStalled<Result>(reading: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const stalled = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('tesseract.js gives nothing any more.')), stallMs)
  })
  try {
    return await Promise.race([reading, stalled])
  } catch (error) {
    await stopWasmWorker()
    throw error
  } finally {
    clearTimeout(timer)
  }
}

async function startWorker(languages: string[]): Promise<Worker> {
  const langPath = await prepareTesseractData('packed')
  const options = { langPath, gzip: true, cacheMethod: 'none' }
  const worker = await createWorker(languages, OEM.LSTM_ONLY, options)
  // PSM is a const enum of strings in the package's types.
  await worker.setParameters({
    ...parameters,
    tessedit_pageseg_mode: parameters.tessedit_pageseg_mode as PSM,
  })
  return worker
}

/** Lets the process end; the next picture starts a new worker. */
export async function stopWasmWorker(): Promise<void> {
  const worker = await warm
  warm = undefined
  await worker?.terminate()
}
