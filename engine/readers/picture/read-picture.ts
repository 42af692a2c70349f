import { toGreyPicture } from '../grey-picture'
import { readPicture as readGreyPicture } from '../ocr'
import { type Picture, type PictureReading, toSharp } from './picture'

/** Reads the print on one picture of a page, whichever way it lies. */
export async function readPicture(picture: Picture): Promise<PictureReading> {
  const grey = await toGreyPicture(toSharp(picture))
  const { width, height, words, turned } = await readGreyPicture({ picture: grey, attempt: 1 })
  return { width, height, words, turned, isTooSmall: false }
}
