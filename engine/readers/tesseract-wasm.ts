import { createWorker, OEM, type PSM, type Worker } from 'tesseract.js'
import { type GreyPicture, toSharp } from './grey-picture'
import { readingLimits } from './limits'
import { chosenOcrLanguages } from './ocr-languages'
import { ocrParameters } from './ocr-settings'
import type { Word } from './reading'
import { prepareTesseractData } from './tesseract-data'
import { tooSlow } from './too-slow'

let warm: Promise<Worker> | undefined

/** Reads a picture with tesseract.js; its worker stays warm for the next one. */
export async function recogniseInWasm(picture: GreyPicture): Promise<Word[]> {
  const png = await toSharp(picture).toColourspace('b-w').png({ compressionLevel: 1 }).toBuffer()
  warm ??= startWorker().catch((error: unknown) => {
    // What was in its way may be gone with the next picture.
    warm = undefined
    throw error
  })
  const worker = await warm
  // PSM is a const enum of strings in the package's types.
  await worker.setParameters({
    ...ocrParameters,
    tessedit_pageseg_mode: ocrParameters.tessedit_pageseg_mode as PSM,
  })
  const { data } = await inTime(worker.recognize(png, {}, { text: false, blocks: true }))
  const lines = (data.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((part) => part.lines))
  return lines.flatMap((line) =>
    line.words.map(({ text, confidence, bbox }) => ({
      text,
      confidence: confidence / 100,
      origin: 'picture' as const,
      box: { x: bbox.x0, y: bbox.y0, width: bbox.x1 - bbox.x0, height: bbox.y1 - bbox.y0 },
    })),
  )
}

/** A picture that takes too long costs its worker, which cannot be told to stop. */
async function inTime<Result>(reading: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const timeUp = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tooSlow()), readingLimits.recognitionMs)
  })
  try {
    return await Promise.race([reading, timeUp])
  } catch (error) {
    await stopWasmWorker()
    throw error
  } finally {
    clearTimeout(timer)
  }
}

async function startWorker(): Promise<Worker> {
  const langPath = await prepareTesseractData('packed')
  return createWorker(chosenOcrLanguages(), OEM.LSTM_ONLY, { langPath, gzip: true, cacheMethod: 'none' })
}

/** Lets the process end; the next picture starts a new worker. */
export async function stopWasmWorker(): Promise<void> {
  const worker = await warm
  warm = undefined
  await worker?.terminate()
}
