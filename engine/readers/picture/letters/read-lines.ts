import { meanConfidence } from '@/engine/readers/merge/line-readings'
import { mergeReadings } from '@/engine/readers/merge/merge-readings'
import { chosenOcr } from '@/engine/readers/ocr-settings'
import type { Word } from '@/engine/readers/reading'
import { chooseLanguages } from '@/engine/readers/tesseract/choose-languages'
import { readStrips } from '@/engine/readers/tesseract/read-strips'
import type { StripWord } from '@/engine/readers/tesseract/strip-word'
import { cutStrip, stripHeightPx, stripWidth } from '../lines/cut-strip'
import type { LineFrame } from '../lines/line-frame'
import { modelPaths } from '../models'
import type { Picture } from '../picture'
import type { Letter } from './decode-letters'
import { findFurtherRecogniser } from './further-recogniser'
import { lettersToWords } from './letters-to-words'
import { recogniseStrips } from './recognise-strips'

/** Less sure lines are dirt, rules and drawings. */
const leastConfidence = 0.5

/** Reads each line's strip with the recognisers and with tesseract and takes the better of both, letter by letter. */
export async function readLines(page: { picture: Picture; lines: LineFrame[] }): Promise<Word[]> {
  return (await readTwice(page)).flatMap(({ frame, ...readings }) => {
    const letters = mergeReadings(readings)
    return meanConfidence(letters) > leastConfidence ? lettersToWords({ letters, frame }) : []
  })
}

/** A line as both read it. */
export type TwiceRead = { frame: LineFrame; letters: Letter[]; words: StripWord[]; aspect: number }

export async function readTwice({
  picture,
  lines,
}: {
  picture: Picture
  lines: LineFrame[]
}): Promise<TwiceRead[]> {
  const strips = lines.map((frame) => cutStrip({ picture, frame, width: stripWidth(frame) }))
  const letters = await recognise(strips)
  const text = letters.flatMap((line) => line.map((letter) => letter.text)).join('')
  const languages = chooseLanguages({ chosen: chosenOcr().languages, text })
  const words = await readStrips({ strips, languages })
  return lines.map((frame, index) => ({
    frame,
    letters: letters[index] ?? [],
    words: words[index] ?? [],
    aspect: (strips[index]?.width ?? 0) / stripHeightPx,
  }))
}

/** With a further recogniser, the surer one of both reads a line. */
async function recognise(strips: Picture[]): Promise<Letter[][]> {
  const { modelsFolder } = chosenOcr()
  const usual = await recogniseStrips({
    strips,
    recogniser: { model: modelPaths.recognition, letters: modelPaths.letters },
  })
  if (!modelsFolder) return usual
  const further = await recogniseStrips({ strips, recogniser: await findFurtherRecogniser(modelsFolder) })
  return usual.map((letters, index) => {
    const others = further[index] ?? []
    return meanConfidence(others) > meanConfidence(letters) ? others : letters
  })
}
