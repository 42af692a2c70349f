import { readLines } from './letters/read-lines'
import { medianHeight, refineLines } from './lines/find-lines'
import type { Picture, PictureReading } from './picture'
import { turnUpright } from './turn-upright'

/** A line with what lies around it; measured on rendered pages: at 8.6 px 93 % of the words are right, at 6.5 px 67 %. */
const readableFromPx = 8

/** Reads the print on one picture of a page, whichever way it lies. Print too small to read gives no words. */
export async function readPicture(scan: Picture): Promise<PictureReading> {
  const { picture, lines, turned } = await turnUpright(scan)
  const refined = await refineLines({ picture, lines })
  const isTooSmall = refined.length > 0 && medianHeight(refined) < readableFromPx
  const readable = isTooSmall ? refined.filter((line) => medianHeight([line]) >= readableFromPx) : refined
  const words = await readLines({ picture, lines: readable })
  return { width: picture.width, height: picture.height, words, turned, isTooSmall }
}
