import { onePagePdf, printed, stream, writePdf } from './write-pdf'

const invoiceLines = ['Acme Ltd', 'INVOICE', 'Invoice No: A-1', 'Date: 2026-03-04', 'Total: 100.00 EUR']
const pages = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'
const catalogue = '<< /Type /Catalog /Pages 2 0 R >>'

/** PDFs made to break a reader, by what is wrong with them. */
export const hostilePdfs: Record<string, () => Buffer> = {
  'a page whose content unpacks to 2 GB': () => bomb({ unpackedBytes: 2_000_000_000 }),
  'a page whose picture unpacks to 900 megapixels': () => pictureBomb(30_000),
  'a hundred thousand pages': () => manyPages(100_000),
  'a cross-reference table that leads to itself': () => xrefLoop(),
  'a page tree that contains itself': () =>
    writePdf([catalogue, '<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>']),
  'a form that draws itself': () => selfDrawingForm(),
  'arrays in arrays, a hundred thousand deep': () =>
    writePdf([
      catalogue,
      pages,
      `<< /Type /Page /Parent 2 0 R /X ${'['.repeat(100_000)}${']'.repeat(100_000)} >>`,
    ]),
  'graphics states saved a million times': () =>
    onePagePdf({
      content: stream({ content: `${'q '.repeat(1_000_000)}${printed(invoiceLines)}`, deflated: 1 }),
    }),
  'a page of no size': () =>
    onePagePdf({ content: stream({ content: printed(invoiceLines) }), pageEntries: '/MediaBox [0 0 0 0]' }),
  'a page as large as numbers go': () =>
    onePagePdf({ content: stream({ content: '' }), pageEntries: '/MediaBox [0 0 2000000000 1]' }),
  'a font that is not there': () =>
    onePagePdf({ content: stream({ content: printed(invoiceLines) }), font: 'null' }),
  'ten thousand words in one line': () =>
    onePagePdf({
      content: stream({ content: printed([words(10_000)]), deflated: 1 }),
      pageEntries: '/MediaBox [0 0 90000 842]',
    }),
  'five thousand amounts on one page': () => crowdedPage({ rows: 500, columns: 10, word: (n) => `${n}.00` }),
  'two thousand labels on one page': () => crowdedPage({ rows: 400, columns: 5, word: () => 'Total:' }),
  'five thousand names and dates on one page': () =>
    crowdedPage({ rows: 500, columns: 10, word: (n) => (n % 2 ? `Acme Ltd` : '04/03/2026') }),
  'a million letters on one page': () =>
    onePagePdf({
      content: stream({
        content: printed(Array.from({ length: 10_000 }, () => 'x'.repeat(100))),
        deflated: 1,
      }),
    }),
  'all words on one spot': () =>
    onePagePdf({
      content: stream({
        content: `BT /F 10 Tf ${'1 0 0 1 40 400 Tm (Total 1.00) Tj '.repeat(5_000)} ET`,
        deflated: 1,
      }),
    }),
}

function words(count: number): string {
  return Array.from({ length: count }, (_, index) => `word${index}`).join(' ')
}

function bomb({ unpackedBytes }: { unpackedBytes: number }): Buffer {
  // Blanks deflated twice are a few kilobytes.
  const part = Buffer.alloc(unpackedBytes / 100, 0x20)
  return onePagePdf({
    content: stream({ content: Buffer.concat(Array.from({ length: 10 }, () => part)), deflated: 2 }),
  })
}

function pictureBomb(sidePx: number): Buffer {
  const entries = `/Type /XObject /Subtype /Image /Width ${sidePx} /Height ${sidePx} /ColorSpace /DeviceGray /BitsPerComponent 8`
  return writePdf([
    catalogue,
    pages,
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>',
    stream({ content: 'q 595 0 0 842 0 0 cm /I Do Q' }),
    stream({ content: Buffer.alloc(sidePx * 1_000, 0xff), deflated: 2, entries }),
  ])
}

function manyPages(count: number): Buffer {
  const kids = Array.from({ length: count }, (_, index) => `${index + 3} 0 R`).join(' ')
  return writePdf([
    catalogue,
    `<< /Type /Pages /Kids [${kids}] /Count ${count} /MediaBox [0 0 595 842] >>`,
    ...Array.from({ length: count }, () => '<< /Type /Page /Parent 2 0 R >>'),
  ])
}

function xrefLoop(): Buffer {
  const text = onePagePdf({ content: stream({ content: printed(invoiceLines) }) }).toString('latin1')
  const at = text.lastIndexOf('xref\n0')
  return Buffer.from(text.replace('/Root 1 0 R', `/Root 1 0 R /Prev ${at}`), 'latin1')
}

function selfDrawingForm(): Buffer {
  const entries = '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 5 0 R >> >>'
  return writePdf([
    catalogue,
    pages,
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>',
    stream({ content: '/X Do /X Do' }),
    stream({ content: '/X Do /X Do', entries }),
  ])
}

function crowdedPage(input: { rows: number; columns: number; word: (index: number) => string }): Buffer {
  const { rows, columns, word } = input
  const cells = Array.from({ length: rows * columns }, (_, index) => {
    const [row, column] = [Math.floor(index / columns), index % columns]
    return `1 0 0 1 ${column * 120} ${row * 14} Tm (${word(index)}) Tj`
  })
  return onePagePdf({
    content: stream({ content: `BT /F 10 Tf ${cells.join('\n')} ET`, deflated: 1 }),
    pageEntries: `/MediaBox [0 0 ${columns * 120} ${rows * 14}]`,
  })
}
