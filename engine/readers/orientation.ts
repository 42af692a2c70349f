import type { GreyPicture } from './grey-picture'
import type { ReadingAttempt } from './limits'
import { resizeForOcr, turnPicture } from './prepare-image'
import type { QuarterTurn, Word } from './reading'
import { recognise } from './recognise'
import { removeRules } from './remove-rules'
import { findTextAxis, type TextAxis } from './text-axis'

export type UprightWords = {
  words: Word[]
  turned: QuarterTurn
  sureWords: number
  /** Whether so much of it makes sense that no other way up needs to be tried. */
  isConvincing: boolean
}

/** The ways a page may lie, likeliest first. */
const turnsByAxis: { [axis in TextAxis]: QuarterTurn[] } = {
  horizontal: [0, 180],
  vertical: [270, 90, 0, 180],
  unclear: [0, 270, 90, 180],
}

/**
 * A page is upright when half of its words are read with confidence. Pale and creased ones reach a quarter, which
 * upside-down pages come near to only with few words (measured on the sample receipts).
 */
const convincing = [
  { share: 0.5, words: 3 },
  { share: 0.25, words: 25 },
]

/** Reads a picture the likeliest way up and, where that gives little sense, the other ways; the best one wins. */
export async function findUpright({
  picture,
  attempt,
}: {
  picture: GreyPicture
  attempt: ReadingAttempt
}): Promise<UprightWords> {
  let best: UprightWords = { words: [], turned: 0, sureWords: 0, isConvincing: false }
  for (const turned of turnsByAxis[await findTextAxis(picture)]) {
    const words = await readTurned({ picture, turned, attempt })
    const sureWords = words.filter(isSureWord).length
    const isConvincing = isEnough({ sureWords, longWords: words.filter(isLongWord).length })
    if (best.words.length === 0 || sureWords > best.sureWords)
      best = { words, turned, sureWords, isConvincing }
    if (isConvincing) break
  }
  return best
}

function isEnough({ sureWords, longWords }: { sureWords: number; longWords: number }): boolean {
  return convincing.some(({ share, words }) => sureWords >= words && sureWords >= longWords * share)
}

async function readTurned({
  picture,
  turned,
  attempt,
}: {
  picture: GreyPicture
  turned: QuarterTurn
  attempt: ReadingAttempt
}): Promise<Word[]> {
  const upright = await turnPicture({ picture, degrees: turned })
  const { resized, scale } = await resizeForOcr({ picture: upright, attempt })
  const words = await recognise(removeRules(resized))
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

/** Dirt, grain and sideways text give short, doubtful words; only the others count. */
function isSureWord(word: Word): boolean {
  return word.confidence > 0.8 && isLongWord(word)
}

function isLongWord(word: Word): boolean {
  return /[\p{L}\p{N}]{3}/u.test(word.text)
}
