import type { OcrProgram } from './ocr-settings'
import { findNativeTesseract } from './tesseract-native'

let chosen: OcrProgram = 'auto'

/** Says what reads pictures in this process; before the first picture. */
export function chooseOcr(program: OcrProgram): void {
  chosen = program
}

/** Whether this process reads with the installed tesseract. Without one, `native` is a fault, not a fallback. */
export async function isOcrNative(): Promise<boolean> {
  if (chosen === 'wasm') return false
  if (await findNativeTesseract()) return true
  if (chosen === 'native') throw new Error('There is no tesseract of version 4 or newer on the PATH.')
  return false
}
