import type { OcrSettings } from '../readers/ocr-settings'
import { findFurtherRecogniser } from '../readers/picture/letters/further-recogniser'
import { findLanguageData } from '../readers/tesseract/languages'
import { findNativeTesseract } from '../readers/tesseract/native'
import { log } from './log'

/**
 * How pictures are read with what is there; says at the start which settings have no effect.
 * @throws Error when the folder of a further recogniser holds none.
 */
export async function checkOcr(wanted: OcrSettings): Promise<OcrSettings> {
  if (wanted.modelsFolder) await findFurtherRecogniser(wanted.modelsFolder)
  if (wanted.program === 'native' && !(await findNativeTesseract())) {
    log.warn('ocr is "native", and no tesseract of version 4 or newer is on the PATH: tesseract.js is used')
  }
  return { ...wanted, languages: await withData(wanted.languages) }
}

async function withData(languages: string[]): Promise<string[]> {
  const found: string[] = []
  for (const language of languages) {
    if (await findLanguageData(language)) found.push(language)
    else log.warn({ language }, 'ocrLanguages: neither tesseract on the PATH nor a package has its data')
  }
  return found.length > 0 ? found : ['eng']
}
