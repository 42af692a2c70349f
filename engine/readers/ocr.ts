import type { GreyPicture } from './grey-picture'
import type { ReadingAttempt } from './limits'
import { findUpright } from './orientation'
import { isBlank } from './prepare-image'
import type { Page } from './reading'
import { reverseDarkBlocks } from './reverse-dark-blocks'
import { whitenPaper } from './whiten-paper'

/** Reads one picture of a page, whichever way it lies; words have boxes in its own pixels, turned upright. */
export async function readPicture({
  picture,
  attempt,
}: {
  picture: GreyPicture
  attempt: ReadingAttempt
}): Promise<Page> {
  if (isBlank(picture)) {
    return { number: 1, width: picture.width, height: picture.height, words: [], source: 'ocr', turned: 0 }
  }
  const { words, turned } = await findUpright({
    picture: await whitenPaper(await reverseDarkBlocks(picture)),
    attempt,
  })
  const isSideways = turned === 90 || turned === 270
  return {
    number: 1,
    width: isSideways ? picture.height : picture.width,
    height: isSideways ? picture.width : picture.height,
    words,
    source: 'ocr',
    turned,
  }
}
