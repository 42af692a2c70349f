import { writeFileSync } from 'node:fs'
import type { MergeWeights } from '../../readers/merge/merge-readings'
import { chooseOcr } from '../../readers/ocr-settings'
import { stopWasmWorker } from '../../readers/tesseract/wasm'
import { foldCount } from '../generated'
import { print } from '../report'
import { fitChoices } from './fit-choices'
import { listBlankChoices, listLetterChoices } from './line-choices'
import { type PrintedLine, readPrintedLines } from './printed-lines'
import { listPhotographed, makePages } from './printed-pages'
import { printReadings } from './report-merge'

const target = new URL('../../readers/merge/weights.json', import.meta.url)

/**
 * Fits the weights that choose between two readings of a line, and prints how well each reads lines of papers that
 * were left out. Reading takes minutes; the same papers give the same bytes.
 */
export async function trainMerge(options: { folder: string; made: number; isDry: boolean }): Promise<void> {
  // The one among the npm packages: an installed one may be of another version on the next machine.
  chooseOcr({ program: 'wasm' })
  const lines: PrintedLine[] = []
  for (const page of listPhotographed(options.folder)) lines.push(...(await readPrintedLines(page)))
  for await (const page of makePages(options.made)) lines.push(...(await readPrintedLines(page)))
  await stopWasmWorker()
  const leftOut = Array.from({ length: foldCount }, (_, fold) =>
    fitMerge(lines.filter((line) => line.fold !== fold)),
  )
  const weights = fitMerge(lines)
  printReadings({ lines, weightsOf: ({ fold }) => leftOut[fold] ?? weights })
  if (options.isDry) return
  writeFileSync(target, `${JSON.stringify(weights, null, 2)}\n`)
  print(`${Object.values(weights).flatMap(Object.keys).length} weights`)
}

function fitMerge(lines: PrintedLine[]): MergeWeights {
  return {
    letters: fitChoices(lines.flatMap(listLetterChoices)),
    blanks: fitChoices(lines.flatMap(listBlankChoices)),
  }
}
