import { type GreyPicture, toSharp } from './grey-picture'
import { isOcrNative } from './ocr-program'
import type { PageMode } from './ocr-settings'
import type { Word } from './reading'
import { recogniseNatively } from './tesseract-native'
import { recogniseInWasm } from './tesseract-wasm'

/** Words of an upright picture with boxes in its pixels: natively where tesseract is installed, else in WebAssembly. */
export async function recognise({
  picture,
  mode,
}: {
  picture: GreyPicture
  mode: PageMode
}): Promise<Word[]> {
  const png = await toSharp(picture).toColourspace('b-w').png({ compressionLevel: 1 }).toBuffer()
  const words = (await isOcrNative())
    ? await recogniseNatively({ png, mode })
    : await recogniseInWasm({ png, mode })
  return words.filter((word) => word.text.trim() !== '')
}
