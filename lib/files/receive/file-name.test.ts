import { expect, test } from 'vitest'
import { cleanFileName } from './file-name'

test.each([
  [
    'Factura Nº 42 – ñandú & Ελληνικά 請求書 (copia).pdf',
    'Factura Nº 42 – ñandú & Ελληνικά 請求書 (copia).pdf',
  ],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\ana\\factura.pdf', 'factura.pdf'],
  ['n\u0303andu\u0301.pdf', 'ñandú.pdf'],
  ['a\u0000b\r\nc.pdf', 'abc.pdf'],
  ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
  ['half\uD800pair.pdf', 'half\uFFFDpair.pdf'],
  ['', 'document'],
  ['..', 'document'],
])('%j is kept as %j', (sent, kept) => {
  expect(cleanFileName(sent)).toBe(kept)
})

test('a name of 255 characters is kept and a longer one keeps its ending', () => {
  const long = `${'a'.repeat(251)}.pdf`
  expect(cleanFileName(long)).toBe(long)
  const shortened = cleanFileName(`${'a'.repeat(400)}.pdf`)
  expect(shortened).toHaveLength(255)
  expect(shortened.endsWith('a….pdf')).toBe(true)
})
