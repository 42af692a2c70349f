import { meanConfidence } from '../merge/line-readings'
import { mergeReadings } from '../merge/merge-readings'
import { chosenOcr } from '../ocr-settings'
import type { Word } from '../reading'
import { readStrips } from '../tesseract/read-strips'
import { cutStrip, stripHeightPx, stripWidth } from './cut-strip'
import type { Letter } from './decode-letters'
import { findFurtherRecogniser } from './further-recogniser'
import { lettersToWords } from './letters-to-words'
import type { LineFrame } from './line-frame'
import { modelPaths } from './models'
import type { Picture } from './picture'
import { recogniseStrips } from './recognise-strips'

/** Less sure lines are dirt, rules and drawings. */
const leastConfidence = 0.5

/** Reads each line's strip with the recognisers and with tesseract and takes the better of both, letter by letter. */
export async function readLines({
  picture,
  lines,
}: {
  picture: Picture
  lines: LineFrame[]
}): Promise<Word[]> {
  const strips = lines.map((frame) => cutStrip({ picture, frame, width: stripWidth(frame) }))
  const [readings, tesseract] = [await recognise(strips), await readStrips(strips)]
  return lines.flatMap((frame, index) => {
    const aspect = (strips[index]?.width ?? 0) / stripHeightPx
    const letters = mergeReadings({ letters: readings[index] ?? [], words: tesseract[index] ?? [], aspect })
    return meanConfidence(letters) > leastConfidence ? lettersToWords({ letters, frame }) : []
  })
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
