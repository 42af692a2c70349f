import type { GreyPicture } from './grey-picture'
import { resizeForOcr, turnPicture } from './prepare-image'
import type { QuarterTurn, Word } from './reading'
import { recognise } from './recognise'
import { removeRules } from './remove-rules'
import { findTextAxis, type TextAxis } from './text-axis'

export type UprightWords = { words: Word[]; turned: QuarterTurn }

/** The ways a page may lie, likeliest first. */
const turnsByAxis: { [axis in TextAxis]: QuarterTurn[] } = {
  horizontal: [0, 180],
  vertical: [270, 90, 0, 180],
  unclear: [0, 270, 90, 180],
}

/**
 * Share of words read with confidence above which a page is upright. Upside-down and sideways pages give at most 0.18,
 * upright ones, pale and creased as they may be, at least 0.27 (measured on the sample receipts).
 */
const uprightShare = 0.25

/** Reads a picture the likeliest way up and, where that gives little sense, the other ways; the best one wins. */
export async function findUpright(picture: GreyPicture): Promise<UprightWords> {
  let best: (UprightWords & { sureWords: number }) | undefined
  for (const turned of turnsByAxis[await findTextAxis(picture)]) {
    const words = await readTurned({ picture, turned })
    const sureWords = words.filter(isSureWord).length
    if (!best || sureWords > best.sureWords) best = { words, turned, sureWords }
    const countedWords = words.filter((word) => isSureWord(word) || word.text.length >= 3).length
    if (sureWords > 0 && sureWords >= countedWords * uprightShare) break
  }
  return { words: best?.words ?? [], turned: best?.turned ?? 0 }
}

async function readTurned({
  picture,
  turned,
}: {
  picture: GreyPicture
  turned: QuarterTurn
}): Promise<Word[]> {
  const { resized, scale } = await resizeForOcr(await turnPicture({ picture, degrees: turned }))
  const words = await recognise({ picture: removeRules(resized), mode: 6 })
  return words.map((word) => ({
    ...word,
    box: {
      x: word.box.x / scale,
      y: word.box.y / scale,
      width: word.box.width / scale,
      height: word.box.height / scale,
    },
  }))
}

/** Dirt and sideways text give short, doubtful words; only the others count. */
function isSureWord(word: Word): boolean {
  return word.confidence > 0.7 && /[\p{L}\p{N}]{3}/u.test(word.text)
}
