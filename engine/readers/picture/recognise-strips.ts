import { readFile } from 'node:fs/promises'
import { stripHeightPx } from './cut-strip'
import { decodeLetters, type Letter } from './decode-letters'
import { runNetwork } from './models'
import type { Picture } from './picture'
import { toStripInput } from './strip-input'

/** A model and the file of its letters, one a line. */
export type Recogniser = { model: string; letters: string }

/** Memory grows with strips × width of a batch. */
const batchPx = 4_800
const batchStrips = 6

/** Reads strips of one line each; the letters of each, in order. */
export async function recogniseStrips({
  strips,
  recogniser,
}: {
  strips: Picture[]
  recogniser: Recogniser
}): Promise<Letter[][]> {
  const alphabet = await readAlphabet(recogniser.letters)
  const read = new Map<Picture, Letter[]>()
  for (const batch of inBatches(strips)) {
    const width = Math.max(...batch.map((strip) => strip.width))
    const { values, shape } = await runNetwork({
      path: recogniser.model,
      values: toStripInput({ strips: batch, width }),
      shape: [batch.length, 3, stripHeightPx, width],
    })
    const [, steps = 0, classes = 0] = shape
    for (const [index, strip] of batch.entries()) {
      const own = values.subarray(index * steps * classes, (index + 1) * steps * classes)
      read.set(
        strip,
        decodeLetters({ values: own, steps, classes, alphabet, usedSteps: (steps * strip.width) / width }),
      )
    }
  }
  return strips.map((strip) => read.get(strip) ?? [])
}

/** Strips of like width together. */
function inBatches(strips: Picture[]): Picture[][] {
  const batches: Picture[][] = []
  for (const strip of [...strips].sort((a, b) => a.width - b.width)) {
    const last = batches.at(-1)
    if (last && last.length < batchStrips && (last.length + 1) * strip.width <= batchPx) last.push(strip)
    else batches.push([strip])
  }
  return batches
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
