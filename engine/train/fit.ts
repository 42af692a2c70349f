import { featureCount } from '../extract/ranking/hash'
import { scoreOf, softmax } from '../extract/ranking/softmax'

/** One field of one paper: what may be chosen, and what is right; the last choice is always "nothing". */
export type Sample = { choices: Int32Array[]; isRight: boolean[]; weight: number }

const rate = 0.1
const decay = 1e-6

/**
 * Weights by which the right choices of all samples win: a linear model with softmax over each sample's choices,
 * fitted by AdaGrad (Duchi, Hazan, Singer 2011). The same samples in the same order give the same weights.
 */
export function fitWeights({ samples, epochs }: { samples: Sample[]; epochs: number }): Float32Array {
  const weights = new Float32Array(featureCount)
  const squares = new Float32Array(featureCount).fill(1e-4)
  const order = samples.map((_, at) => at)
  const random = randomFrom(7)
  const mean = new Float32Array(featureCount)
  const averaged = Math.ceil(epochs / 2)
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle({ order, random })
    for (const at of order) {
      const sample = samples[at]
      if (sample) step({ sample, weights, squares })
    }
    // The mean of the later rounds fits strangers better than the last one.
    if (epoch >= epochs - averaged)
      for (let place = 0; place < featureCount; place += 1)
        mean[place] = (mean[place] ?? 0) + (weights[place] ?? 0) / averaged
  }
  return mean
}

function step({
  sample: { choices, isRight, weight },
  weights,
  squares,
}: {
  sample: Sample
  weights: Float32Array
  squares: Float32Array
}): void {
  const shares = softmax(choices.map((places) => scoreOf({ weights, places })))
  const right = shares.reduce((sum, share, at) => sum + (isRight[at] ? share : 0), 0)
  for (const [at, places] of choices.entries()) {
    const share = shares[at] ?? 0
    const wanted = isRight[at] ? share / Math.max(right, 1e-9) : 0
    const gradient = (share - wanted) * weight
    if (Math.abs(gradient) < 1e-4) continue
    for (let index = 0; index < places.length; index += 1) {
      const place = places[index] ?? 0
      const slope = gradient + decay * (weights[place] ?? 0)
      const square = (squares[place] ?? 0) + slope * slope
      squares[place] = square
      weights[place] = (weights[place] ?? 0) - (rate * slope) / Math.sqrt(square)
    }
  }
}

function shuffle({ order, random }: { order: number[]; random: () => number }): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1))
    ;[order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0]
  }
}

/** Mulberry32: small, and the same on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
