import { clearSurroundings } from './clear-surroundings'
import { fillDarkBars } from './fill-dark-bars'
import type { GreyPicture } from './grey-picture'
import type { ReadingAttempt } from './limits'
import { findUpright, type UprightWords } from './orientation'
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
  const whitened = await whitenPaper(await reverseDarkBlocks(fillDarkBars(picture)))
  const { words, turned } = await readPaper({ picture: whitened, attempt })
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

/** What lies around the paper is left out unless that leaves little sense; then something of it was the paper. */
async function readPaper(given: { picture: GreyPicture; attempt: ReadingAttempt }): Promise<UprightWords> {
  const { picture, attempt } = given
  const cleared = clearSurroundings(picture)
  const paper = await findUpright({ picture: cleared, attempt })
  if (cleared === picture || paper.isConvincing) return paper
  const whole = await findUpright({ picture, attempt })
  return whole.sureWords > paper.sureWords ? whole : paper
}
