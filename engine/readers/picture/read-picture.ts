import type { Word } from '../reading'
import { cutStrip, stripWidth } from './cut-strip'
import type { Letter } from './decode-letters'
import { lettersToWords } from './letters-to-words'
import type { Picture, PictureReading } from './picture'
import { recogniseStrips } from './recognise-strips'
import { modelPaths } from './sessions'
import { turnUpright, type UprightPicture } from './turn-upright'

const leastConfidence = 0.5

/** Reads the print on one picture of a page, whichever way it lies. */
export async function readPicture(picture: Picture): Promise<PictureReading> {
  const upright = await turnUpright(picture)
  const { width, height } = upright.picture
  return { width, height, words: await readLines(upright), turned: upright.turned, isTooSmall: false }
}

async function readLines({ picture, lines }: UprightPicture): Promise<Word[]> {
  const strips = lines.map((frame) => cutStrip({ picture, frame, width: stripWidth(frame) }))
  const recogniser = { model: modelPaths.recognition, letters: modelPaths.letters }
  const readings = await recogniseStrips({ strips, recogniser })
  return lines.flatMap((frame, index) => {
    const letters = readings[index] ?? []
    return confidenceOf(letters) > leastConfidence ? lettersToWords({ letters, frame }) : []
  })
}

function confidenceOf(letters: Letter[]): number {
  return letters.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, letters.length)
}
