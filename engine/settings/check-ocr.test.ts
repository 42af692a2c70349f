import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { OcrSettings } from '../readers/ocr-settings'
import { checkOcr } from './check-ocr'

const folder = mkdtempSync(join(tmpdir(), 'intray-models-'))
afterAll(() => rmSync(folder, { recursive: true }))

const wanted: OcrSettings = { program: 'wasm', languages: ['spa', 'eng'], threads: 1, modelsFolder: null }

test('a language without data is left out and does not stop the start', async () => {
  expect(await checkOcr({ ...wanted, languages: ['xho', 'spa'] })).toEqual({ ...wanted, languages: ['spa'] })
})

test('a folder for a further recogniser must hold a model and its letters', async () => {
  await expect(checkOcr({ ...wanted, modelsFolder: folder })).rejects.toThrow('holds no model')
  for (const name of ['latin.onnx', 'latin.txt']) writeFileSync(join(folder, name), '')
  expect(await checkOcr({ ...wanted, modelsFolder: folder })).toMatchObject({ modelsFolder: folder })
})
