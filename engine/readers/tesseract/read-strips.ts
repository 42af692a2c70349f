import { chosenOcr } from '../ocr-settings'
import { toGrey } from '../picture/picture'
import { findNativeTesseract, readNatively } from './native'
import type { StripsToRead, StripWord } from './strip-word'
import { readInWasm } from './wasm'

/** Words of strips of one line each: natively where tesseract is installed, else in WebAssembly; none where it fails. */
export async function readStrips({ strips, languages }: StripsToRead): Promise<StripWord[][]> {
  if (strips.length === 0) return []
  const grey = { strips: strips.map(toGrey), languages }
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
