import type { GreyPicture } from './grey-picture'
import { isOcrNative } from './ocr-program'
import type { Word } from './reading'
import { recogniseNatively } from './tesseract-native'
import { recogniseInWasm } from './tesseract-wasm'

/** Words of an upright picture with boxes in its pixels: natively where tesseract is installed, else in WebAssembly. */
export async function recognise(picture: GreyPicture): Promise<Word[]> {
  const words = (await isOcrNative()) ? await recogniseNatively(picture) : await recogniseInWasm(picture)
  return words.filter((word) => word.text.trim() !== '')
}
