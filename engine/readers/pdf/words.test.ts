import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readDocument } from '../read-document'

const folder = mkdtempSync(join(tmpdir(), 'intray-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('print along the side of a page makes words of its own, marked as such', async () => {
  const words = await readWords(
    '1 0 0 1 80 700 Tm (Invoice number 1042) Tj 0 1 -1 0 30 300 Tm (Share capital) Tj',
  )
  expect(words.filter((word) => !word.isSideways).map((word) => word.text)).toEqual([
    'Invoice',
    'number',
    '1042',
  ])
  const sideways = words.filter((word) => word.isSideways)
  expect(sideways.map((word) => word.text)).toEqual(['Share', 'capital'])
  expect(sideways.every(({ box }) => box.height > box.width)).toBe(true)
})

test('print upside down is not taken for print along the side', async () => {
  const words = await readWords('-1 0 0 -1 300 700 Tm (Statement of account) Tj')
  expect(words.some((word) => word.isSideways)).toBe(false)
})

async function readWords(text: string) {
  const path = join(folder, 'page.pdf')
  writeFileSync(path, pdfOf(`BT /F1 12 Tf ${text} ET`))
  const { pages } = await readDocument({ path, contentType: 'application/pdf' })
  return pages[0]?.words ?? []
}

function pdfOf(content: string): string {
  return [
    '%PDF-1.4',
    '1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj',
    '2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj',
    '3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>> endobj',
    `4 0 obj <</Length ${content.length}>> stream`,
    content,
    'endstream endobj',
    '5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj',
    'trailer <</Root 1 0 R>>',
  ].join('\n')
}
