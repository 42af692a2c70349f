import type { GreyPicture } from './grey-picture'
import { isOcrNative } from './ocr-program'
import type { PageMode } from './ocr-settings'
import type { Word } from './reading'
import { recogniseNatively } from './tesseract-native'
import { recogniseInWasm } from './tesseract-wasm'

/** Words of an upright picture with boxes in its pixels: natively where tesseract is installed, else in WebAssembly. */
export async function recognise(page: { picture: GreyPicture; mode: PageMode }): Promise<Word[]> {
  const words = (await isOcrNative()) ? await recogniseNatively(page) : await recogniseInWasm(page)
  return words.filter((word) => word.text.trim() !== '')
}
