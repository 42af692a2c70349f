import { chosenOcr } from '../ocr-settings'
import { type Picture, toGrey } from '../picture/picture'
import { findNativeTesseract, readNatively } from './native'
import type { StripWord } from './strip-word'
import { readInWasm } from './wasm'

/** Words of strips of one line each: natively where tesseract is installed, else in WebAssembly; none where it fails. */
export async function readStrips(strips: Picture[]): Promise<StripWord[][]> {
  if (strips.length === 0) return []
  const grey = strips.map(toGrey)
  try {
    return (await isNative()) ? await readNatively(grey) : await readInWasm(grey)
  } catch (error) {
    // It reads the lines a second time: without it the page is read a little worse, and not refused.
    process.emitWarning(error instanceof Error ? error : String(error))
    return strips.map(() => [])
  }
}

async function isNative(): Promise<boolean> {
  return chosenOcr().program !== 'wasm' && (await findNativeTesseract())
}
