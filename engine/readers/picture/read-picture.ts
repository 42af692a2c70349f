import type { Picture, PictureReading } from './picture'
import { readLines } from './read-lines'
import { turnUpright } from './turn-upright'

/** Reads the print on one picture of a page, whichever way it lies. */
export async function readPicture(given: Picture): Promise<PictureReading> {
  const { picture, lines, turned } = await turnUpright(given)
  const read = await readLines({ picture, lines })
  const { width, height } = picture
  return { width, height, words: read.flatMap(({ words }) => words), turned, isTooSmall: false }
}
