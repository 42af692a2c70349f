/** A letter, where its middle lies in its strip (0 to 1), and how sure the recogniser is of it (0 to 1). */
export type Letter = { text: string; at: number; confidence: number }

/**
 * Reads a recogniser's output for one strip (steps × classes): the likeliest class of each step; repeats of one class
 * are one letter; class 0 stands for none.
 */
export function decodeLetters(input: {
  values: Float32Array
  steps: number
  classes: number
  alphabet: string[]
}): Letter[] {
  const { values, steps, classes, alphabet } = input
  const letters: Letter[] = []
  let previous = 0
  let run = { first: 0, confidence: 0 }
  const close = (end: number) => {
    const text = alphabet[previous - 1]
    if (previous > 0 && text !== undefined) {
      letters.push({ text, at: (run.first + end) / 2 / steps, confidence: run.confidence })
    }
  }
  for (let step = 0; step < steps; step += 1) {
    const { index, value } = greatest({ values, from: step * classes, count: classes })
    if (index === previous) {
      run.confidence = Math.max(run.confidence, value)
      continue
    }
    close(step)
    previous = index
    run = { first: step, confidence: value }
  }
  close(steps)
  return letters
}

function greatest({ values, from, count }: { values: Float32Array; from: number; count: number }) {
  let index = 0
  let value = values[from] ?? 0
  for (let at = 1; at < count; at += 1) {
    const one = values[from + at] ?? 0
    if (one <= value) continue
    value = one
    index = at
  }
  return { index, value }
}
