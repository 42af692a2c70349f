import { describe, expect, test } from 'vitest'
import { searchWords, toSearchQuery } from './words'

type Found = Partial<Parameters<typeof searchWords>[0]>

/** As Postgres answers it: each word of the search begins (`:*`) or is one of the document's. */
function finds(found: Found, search: string): boolean {
  const words = searchWords({ name: '', metadata: null, result: null, ...found })
  const { indexed, compared } = toSearchQuery(search)
  const terms = [indexed, compared].flatMap((query) => query?.split(' & ') ?? [])
  return (
    terms.length > 0 &&
    terms.every((term) => {
      const [, text = '', rest] = term.match(/^'(.*)'(:\*)?$/) ?? []
      return words.some((word) => (rest ? word.startsWith(text) : word === text))
    })
  )
}

describe('a name is found', () => {
  const name = '2026_FacturaEnero-scan004.pdf'
  test.each(['factura', 'FACTURAENERO', 'enero', '2026_fac', 'scan', 'scan004', 'pdf', 'enero factura'])(
    'by %s',
    (search) => expect(finds({ name }, search)).toBe(true),
  )
  test.each(['actura', 'febrero', 'factura febrero', '...', ''])('not by "%s"', (search) =>
    expect(finds({ name }, search)).toBe(false),
  )
  test('with and without its accents, and in scripts without spaces', () => {
    expect(finds({ name: 'Panadería Ñuñoa.pdf' }, 'panaderia nunoa')).toBe(true)
    expect(finds({ name: 'Panaderia.pdf' }, 'PANADERÍA')).toBe(true)
    expect(finds({ name: '株式会社東京.pdf' }, '東京')).toBe(true)
  })
})

describe('a value is found', () => {
  const result = {
    number: 'F001-00000123',
    supplier: { name: 'Comercial S.A.', tax_id: '76.123.456-7' },
    total: 1234.5,
    lines: [{ description: 'Tornillo 3/4', amount: 20512345678 }],
    _evidence: { total: { text: 'elsewhere' } },
  }
  test.each([
    'F001-00000123',
    'f00100000123',
    'F001-0000',
    '123',
    '00000123',
    '76123456-7',
    '3456-7',
    '1234.5',
    '1,234.50',
    '1234',
    'tornillo',
    '5678',
    'SA',
    'comercial s',
  ])('by %s', (search) => expect(finds({ result }, search)).toBe(true))
  test.each(['elsewhere', 'F001-124', 'supplier', '234.50', 'co'])('not by %s', (search) =>
    expect(finds({ result }, search)).toBe(false),
  )
  test('in the metadata as well', () => {
    expect(finds({ metadata: { order: { po: 'PO-7781' } } }, 'po-77')).toBe(true)
  })
})

test('a search is letters and digits, whatever is typed', () => {
  expect(toSearchQuery(`a'b\\ | !c:* & (d) <-> "é"`).indexed).toMatch(/^'[a-z0-9]+'( & '[a-z0-9]+')*$/)
  expect(toSearchQuery('f001 12')).toEqual({ indexed: "'f001':*", compared: "'12':*" })
})

test('a document of endless text keeps its first words', () => {
  const lines = Array.from({ length: 20_000 }, (_, line) => `word${line}x${'y'.repeat(100)}`)
  const words = searchWords({ name: 'first.pdf', metadata: null, result: { lines } })
  expect(words).toHaveLength(4000)
  expect(words[0]).toBe('firstpdf')
  expect(Math.max(...words.map((word) => word.length))).toBe(40)
})
