import { writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { featureCount } from '../extract/ranking/hash'
import type { FieldWeights } from '../extract/ranking/weights'

/** Writes weights as the engine reads them: one signed byte a feature, with the scale and calibration of each field beside. */
export function writeWeights({ fields, folder }: { fields: Map<string, FieldWeights>; folder: URL }): {
  bytes: number
  features: number
} {
  const heads: { [field: string]: { scale: number; calibration: FieldWeights['calibration'] } } = {}
  const table = new Int8Array(featureCount * fields.size)
  let features = 0
  for (const [at, [field, { weights, calibration }]] of [...fields].entries()) {
    const most = weights.reduce((largest, weight) => Math.max(largest, Math.abs(weight)), 0)
    const scale = most / 127
    heads[field] = { scale: Number(scale.toPrecision(6)), calibration }
    for (let place = 0; place < featureCount; place += 1) {
      const byte = Math.round((weights[place] ?? 0) / scale)
      table[at * featureCount + place] = byte
      if (byte !== 0) features += 1
    }
  }
  const packed = gzipSync(table, { level: 9 })
  // The second that a file is packed in says nothing and would make each run another file.
  packed.fill(0, 4, 8)
  writeFileSync(new URL('weights.bin.gz', folder), packed)
  writeFileSync(new URL('weights.json', folder), `${JSON.stringify(heads, null, 2)}\n`)
  return { bytes: packed.length, features }
}
