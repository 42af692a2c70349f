import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { chooseOcr } from '@/engine/readers/ocr-settings'
import { stopWasmWorker } from '@/engine/readers/tesseract/wasm'
import { printPage } from '@/tests/support/paper/print-page'
import { cutStrip, stripWidth } from '../lines/cut-strip'
import { findLines } from '../lines/find-lines'
import { modelPaths } from '../models'
import { readPicture } from '../read-picture'
import { findFurtherRecogniser } from './further-recogniser'
import { recogniseStrips } from './recognise-strips'

const folder = mkdtempSync(join(tmpdir(), 'intray-models-'))
copyFileSync(modelPaths.recognition, join(folder, 'latin_rec.onnx'))
writeFileSync(
  join(folder, 'latin_dict.txt'),
  readFileSync(modelPaths.letters, 'utf8').replace('\nT\n', '\nŦ\n'),
)

afterAll(async () => {
  rmSync(folder, { recursive: true })
  await stopWasmWorker()
})

const page = await printPage({ lines: ['Total a pagar'] })

test('a model in a folder reads strips, with the letters that lie beside it', async () => {
  const strips = (await findLines(page)).map((frame) =>
    cutStrip({ picture: page, frame, width: stripWidth(frame) }),
  )
  const read = await recogniseStrips({ strips, recogniser: await findFurtherRecogniser(folder) })
  expect(
    read.map((letters) =>
      letters
        .map(({ text }) => text)
        .join('')
        .slice(0, 5),
    ),
  ).toEqual(['Ŧotal'])
})

test('where a further recogniser is no surer, the usual one’s letters stand', async () => {
  const { words } = await readPicture(page)
  chooseOcr({ modelsFolder: folder })
  expect((await readPicture(page)).words).toEqual(words)
  expect(words.map(({ text }) => text)).toEqual(['Total', 'a', 'pagar'])
})

test('a folder without a model is named', async () => {
  const empty = mkdtempSync(join(folder, 'empty-'))
  await expect(findFurtherRecogniser(empty)).rejects.toThrow(`${empty} holds no model`)
})
