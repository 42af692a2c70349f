import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, expect, test, vi } from 'vitest'
import { featureCount } from '../extract/ranking/hash'
import { type FieldWeights, readWeights } from '../extract/ranking/weights'
import { writeWeights } from './write-weights'

const folders: string[] = []
afterEach(() => {
  vi.useRealTimers()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function write(fields: Map<string, FieldWeights>) {
  const folder = mkdtempSync(join(tmpdir(), 'intray-weights-'))
  folders.push(folder)
  const told = writeWeights({ fields, folder: pathToFileURL(`${folder}/`) })
  return { folder, ...told, packed: readFileSync(join(folder, 'weights.bin.gz')) }
}

function weightsWith(places: { [place: number]: number }): FieldWeights {
  const weights = new Float32Array(featureCount)
  for (const [place, weight] of Object.entries(places)) weights[Number(place)] = weight
  return { weights, calibration: [[0, 0]] }
}

test('the same weights give the same bytes, whenever they are written', () => {
  const fields = new Map([['total', weightsWith({ 3: 1.5, 70: -0.4 })]])
  vi.useFakeTimers({ now: new Date('2031-03-14T10:00:00Z') })
  const first = write(fields)
  vi.setSystemTime(new Date('2032-07-01T10:00:00Z'))
  expect(write(fields).packed.equals(first.packed)).toBe(true)
})

test('weights too small for a byte are left out and counted as such', () => {
  const { features, folder } = write(new Map([['total', weightsWith({ 3: 12.7, 70: 0.01 })]]))
  expect(features).toBe(1)
  expect(readWeights(pathToFileURL(`${folder}/`)).get('total')?.weights[70]).toBe(0)
})

test('the size told is that of the file', () => {
  const { bytes, packed } = write(new Map([['total', weightsWith({ 3: 1 })]]))
  expect(bytes).toBe(packed.length)
})
