import { describe, expect, it } from 'vitest'
import { scoreOf, softmax } from '../extract/ranking/softmax'
import { fitWeights, randomFrom, type Sample } from './fit'

/** Papers on which the choice with the feature 1 is right, whatever else it and the other have. */
const samples: Sample[] = Array.from({ length: 60 }, (_, at) => ({
  choices: [Int32Array.of(1, 10 + (at % 7)), Int32Array.of(2, 10 + ((at + 3) % 7)), Int32Array.of(3)],
  isRight: [true, false, false],
  weight: 1,
}))

const weights = fitWeights({ samples, epochs: 6 })

function sharesOf(choices: Int32Array[]): number[] {
  return softmax(choices.map((places) => scoreOf({ weights, places })))
}

describe('weights', () => {
  it('let what was right before win, beside features never seen', () => {
    const [right] = sharesOf([Int32Array.of(1, 99), Int32Array.of(2, 98), Int32Array.of(3)])
    expect(right).toBeGreaterThan(0.9)
  })

  it('are the same for the same samples', () => {
    expect(fitWeights({ samples, epochs: 6 })).toEqual(weights)
  })

  it('share what is right among several that say the same', () => {
    const twice: Sample = {
      choices: [Int32Array.of(1), Int32Array.of(4), Int32Array.of(2)],
      isRight: [true, true, false],
      weight: 1,
    }
    const fitted = fitWeights({ samples: Array.from({ length: 40 }, () => twice), epochs: 4 })
    expect(fitted[1]).toBeCloseTo(fitted[4] ?? 0)
    expect(fitted[1]).toBeGreaterThan(fitted[2] ?? 0)
  })

  it('of samples without weight stay nothing', () => {
    const fitted = fitWeights({ samples: samples.map((one) => ({ ...one, weight: 0 })), epochs: 2 })
    expect(fitted.every((weight) => weight === 0)).toBe(true)
  })
})

it('chance is the same for the same seed, and another for another', () => {
  const draw = (seed: number) => {
    const random = randomFrom(seed)
    return [random(), random(), random()]
  }
  expect(draw(7)).toEqual(draw(7))
  expect(draw(7)).not.toEqual(draw(8))
  expect(draw(7).every((one) => one >= 0 && one < 1)).toBe(true)
})
