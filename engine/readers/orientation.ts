import { enlargeForOcr, type GreyPicture, turnPicture } from './prepare-image'
import type { QuarterTurn, Word } from './reading'
import { recognise } from './recognise'

export type UprightWords = { words: Word[]; turned: QuarterTurn }

/** Letters and digits read with confidence, per picture, that settle the question without trying other turns. */
const convincingScore = 25

/**
 * Reads a picture the way it lies and, where that gives little sense, the other ways too;
 * the turn with the most confident words wins.
 */
export async function findUpright(picture: GreyPicture): Promise<UprightWords> {
  let best: (UprightWords & { score: number }) | undefined
  for (const turned of [0, 90, 270, 180] as const) {
    const words = await readTurned({ picture, turned })
    const score = scoreWords(words)
    if (!best || score > best.score) best = { words, turned, score }
    if (isConvincing({ words, score })) break
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
  const { enlarged, scale } = await enlargeForOcr(await turnPicture({ picture, degrees: turned }))
  const words = await recognise({ picture: enlarged, mode: 6 })
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
function scoreWords(words: Word[]): number {
  return words
    .filter(isSureWord)
    .reduce((sum, word) => sum + word.confidence * Math.min(word.text.length, 12), 0)
}

function isSureWord(word: Word): boolean {
  return word.confidence > 0.7 && /[\p{L}\p{N}]{3}/u.test(word.text)
}

function isConvincing({ words, score }: { words: Word[]; score: number }): boolean {
  const sure = words.filter(isSureWord).length
  const doubtful = words.filter((word) => !isSureWord(word) && word.text.length >= 3).length
  return score > convincingScore && sure > doubtful
}
