import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { stream } from '@/tests/fixtures/write-pdf'
import { readPage } from '@/tests/support/paper/pdf-page'
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

/** Maps the letters of a font's codes to others, as fonts of other scripts do. */
const mapped = (pairs: Record<string, string>) =>
  stream({
    content: `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def
1 begincodespacerange <00> <FF> endcodespacerange ${Object.keys(pairs).length} beginbfchar
${Object.entries(pairs)
  .map(
    ([from, to]) =>
      `<${Buffer.from(from, 'latin1').toString('hex')}> <${Buffer.from(to, 'utf16le').swap16().toString('hex')}>`,
  )
  .join('\n')}
endbfchar endcmap end end`,
  })

const mappedFont =
  '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 0 /LastChar 255 /ToUnicode 7 0 R >>'

async function readMapped({ pairs, text }: { pairs: Record<string, string>; text: string }) {
  const page = await readPage({
    content: `BT /M 12 Tf 50 700 Td (${text}) Tj ET`,
    resources: '/Font << /M 6 0 R >>',
    objects: [mappedFont, mapped(pairs)],
  })
  return page.words.map((word) => word.text)
}

test.each(['\u00a0', '\u2007', '\u2008', '\u2009', '\u202f', '\u3000'])(
  'a thin blank within an amount ends a word as any blank does',
  async (blank) => {
    const digits = Object.fromEntries([...'0123456789,'].map((digit) => [digit, digit]))
    expect(await readMapped({ pairs: { ...digits, A: blank }, text: '6A288,75' })).toEqual(['6', '288,75'])
  },
)

test('right-to-left words are read in the order of their letters, in one piece', async () => {
  // As printed from the left: the word's last letter first.
  const pairs = { A: 'ן', B: 'ו', C: 'ב', D: 'ש', E: 'ח' }
  expect(await readMapped({ pairs, text: 'ABCDE' })).toEqual(['חשבון'])
})

test('digits of other scripts are read as ours', async () => {
  const pairs = { A: '٠', B: '٥', C: '/', D: '٣', E: '２' }
  expect(await readMapped({ pairs, text: 'EDCAB' })).toContain('23/05')
})
