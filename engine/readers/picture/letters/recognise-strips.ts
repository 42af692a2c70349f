import { readFile } from 'node:fs/promises'
import { reportProgress } from '@/engine/readers/progress'
import { stripHeightPx } from '../lines/cut-strip'
import { runNetwork } from '../models'
import type { Picture } from '../picture'
import { decodeLetters, type Letter } from './decode-letters'
import { toStripInput } from './strip-input'

/** A model and the file of its letters, one a line. */
export type Recogniser = { model: string; letters: string }

/** Reads strips of one line each; the letters of each, in order. */
export async function recogniseStrips({
  strips,
  recogniser,
}: {
  strips: Picture[]
  recogniser: Recogniser
}): Promise<Letter[][]> {
  const alphabet = await readAlphabet(recogniser.letters)
  const read: Letter[][] = []
  for (const strip of strips) {
    // One by one: several at once take as long, and more memory.
    const { values, shape } = await runNetwork({
      path: recogniser.model,
      values: toStripInput({ strips: [strip], width: strip.width }),
      shape: [1, 3, stripHeightPx, strip.width],
    })
    reportProgress()
    const [, steps = 0, classes = 0] = shape
    read.push(decodeLetters({ values, steps, classes, alphabet }))
  }
  return read
}

const alphabets = new Map<string, Promise<string[]>>()

/** The lines of the file and, after them, the blank. */
function readAlphabet(path: string): Promise<string[]> {
  const reading =
    alphabets.get(path) ??
    readFile(path, 'utf8').then((text) => [...text.replace(/\r?\n$/, '').split(/\r?\n/), ' '])
  alphabets.set(path, reading)
  return reading
}
