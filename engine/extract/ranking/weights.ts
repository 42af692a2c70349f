import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { featureCount } from './hash'

/** How certain a share of the softmax is: pairs of share and certainty, rising, between which is a straight line. */
export type Calibration = [share: number, certainty: number][]

export type FieldWeights = { weights: Float32Array; calibration: Calibration }

const headSchema = z.record(
  z.string(),
  z.object({ scale: z.number(), calibration: z.array(z.tuple([z.number(), z.number()])) }),
)

/**
 * The trained weights of a folder by name, which `npm run train` writes: a scale and a calibration of each, and one byte a
 * feature. They are read when the first is asked for.
 */
export function weightsIn(folder: URL): (name: string) => FieldWeights {
  let loaded: Map<string, FieldWeights> | undefined
  return (name) => {
    loaded ??= readWeights(folder)
    const known = loaded.get(name)
    if (!known) throw new Error(`There are no weights for ${name}; train them.`)
    return known
  }
}

/** The weights that lie in a folder as `weights.json` and `weights.bin.gz`. */
export function readWeights(folder: URL): Map<string, FieldWeights> {
  const heads = headSchema.parse(JSON.parse(readFileSync(new URL('weights.json', folder), 'utf8')))
  const bytes = new Int8Array(gunzipSync(readFileSync(new URL('weights.bin.gz', folder))))
  return new Map(
    Object.entries(heads).map(([field, { scale, calibration }], at) => {
      const weights = new Float32Array(featureCount)
      for (let place = 0; place < featureCount; place += 1)
        weights[place] = (bytes[at * featureCount + place] ?? 0) * scale
      return [field, { weights, calibration }]
    }),
  )
}

/** The certainty that a share stands for. */
export function certaintyOf({ share, calibration }: { share: number; calibration: Calibration }): number {
  const at = calibration.findIndex(([from]) => from >= share)
  const [upperShare, upper] = calibration[at < 0 ? calibration.length - 1 : at] ?? [1, 1]
  const [lowerShare, lower] = calibration[Math.max(0, at - 1)] ?? [0, 0]
  if (at <= 0 || upperShare === lowerShare) return upper
  return lower + ((upper - lower) * (share - lowerShare)) / (upperShare - lowerShare)
}
