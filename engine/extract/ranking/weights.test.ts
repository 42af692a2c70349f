import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { featureCount } from '@/engine/extract/ranking/hash'
import { type Calibration, certaintyOf, readWeights } from '@/engine/extract/ranking/weights'
import { fieldNames } from '@/engine/extract/schema/trade-fields'
import { weightsOf } from '@/engine/extract/trade/choose/trained-weights'
import { writeWeights } from '@/engine/train/write-weights'

describe('the certainty of a share', () => {
  const calibration: Calibration = [
    [0, 0],
    [0.5, 0.4],
    [0.9, 0.8],
  ]

  it('lies on the line between the two points around it', () => {
    expect(certaintyOf({ share: 0.25, calibration })).toBeCloseTo(0.2)
    expect(certaintyOf({ share: 0.7, calibration })).toBeCloseTo(0.6)
  })

  it('is that of the point itself, and beyond the last that of the last', () => {
    expect(certaintyOf({ share: 0.5, calibration })).toBeCloseTo(0.4)
    expect(certaintyOf({ share: 0, calibration })).toBe(0)
    expect(certaintyOf({ share: 0.99, calibration })).toBe(0.8)
  })

  it('of every field of the engine rises from nothing to nearly one', () => {
    for (const field of fieldNames) {
      const { calibration: own } = weightsOf(field)
      const certainties = own.map(([, certainty]) => certainty)
      expect(certainties, field).toEqual([...certainties].sort((a, b) => a - b))
      expect(certaintyOf({ share: 0, calibration: own }), field).toBeLessThan(0.1)
      expect(certaintyOf({ share: 1, calibration: own }), field).toBeGreaterThan(0.6)
      expect(certaintyOf({ share: 1, calibration: own }), field).toBeLessThan(1)
    }
  })
})

describe('weights', () => {
  const folder = mkdtempSync(join(tmpdir(), 'intray-weights-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('that are written come back, but for what a byte cannot tell', () => {
    const weights = new Float32Array(featureCount)
    weights[5] = 2.54
    weights[featureCount - 1] = -1
    const calibration: Calibration = [[0, 0]]
    const fields = new Map([
      ['total', { weights, calibration }],
      ['date', { weights: weights.map((one) => one / 2), calibration }],
    ])
    const { features } = writeWeights({ fields, folder: pathToFileURL(`${folder}/`) })
    const read = readWeights(pathToFileURL(`${folder}/`))
    expect(features).toBe(4)
    expect([...read.keys()]).toEqual(['total', 'date'])
    expect(read.get('total')?.weights[5]).toBeCloseTo(2.54, 2)
    expect(read.get('total')?.weights[featureCount - 1]).toBeCloseTo(-1, 1)
    expect(read.get('date')?.weights[5]).toBeCloseTo(1.27, 2)
    expect(read.get('date')?.weights[4]).toBe(0)
  })

  it('are there for every field', () => {
    for (const field of fieldNames) expect(weightsOf(field).weights).toHaveLength(featureCount)
  })
})
