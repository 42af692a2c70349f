import { marked, type Phrase } from '../layout/phrase'
import { createSheet, type Sheet } from '../layout/sheet'
import type { Paper } from '../paper'
import { sayAmount, sayCell } from './say'
import { tillReceipt as content } from './till-receipt-content'

/** Till paper of 80 mm. */
const width = 226.8
const margin = 15
const right = width - margin
const size = 9
const lineHeight = 13
const locale = 'en-GB'

/** The sample of a till: a strip of thermal paper, printed line by line. */
export function makeTillReceipt(): Paper {
  const sheet = createSheet()
  sheet.addPage({ width, height: 430 })
  let y = writeHead(sheet, 22)
  y = writeItems(sheet, writeDashes(sheet, y))
  y = writeSums(sheet, writeDashes(sheet, y))
  const end = writeFoot(sheet, writeDashes(sheet, y))
  for (const page of sheet.pages) page.height = end + 24
  return {
    id: 'sample-receipt-en',
    kind: 'receipt',
    language: 'en',
    country: 'GB',
    currency: content.currency.code,
    pages: sheet.pages,
    ...sheet.findTruth(),
    group: content.supplier,
  }
}

type LineLook = { scale?: number; bold?: boolean }

function writeCentred(sheet: Sheet, phrase: Phrase, y: number, { scale = 1, bold = false }: LineLook = {}) {
  sheet.write(phrase, { x: width / 2, y, size: size * scale, font: 'mono', bold, align: 'centre' })
  return y + lineHeight * scale
}

function writePair(
  sheet: Sheet,
  [left, end]: [Phrase, Phrase],
  y: number,
  { scale = 1, bold = false }: LineLook = {},
) {
  const look = { y, size: size * scale, font: 'mono', bold } as const
  sheet.write(left, { ...look, x: margin })
  sheet.write(end, { ...look, x: right, align: 'right' })
  return y + lineHeight * scale
}

function writeDashes(sheet: Sheet, y: number): number {
  sheet.write(['-'.repeat(36)], { x: width / 2, y, size, font: 'mono', align: 'centre' })
  return y + lineHeight
}

function writeHead(sheet: Sheet, top: number): number {
  let y = writeCentred(sheet, [marked(content.supplier, 'supplier')], top, { scale: 1.5, bold: true }) + 2
  const address = { field: 'address', value: content.address.join(', ') }
  for (const line of content.address) y = writeCentred(sheet, sayCell(line, address), y)
  y = writeCentred(sheet, [`Tel ${content.phone}`], y)
  y = writeCentred(sheet, ['VAT ', marked(content.taxId, 'supplier_tax_id')], y) + 8
  const { date, time, number, till, server } = content
  const day: Phrase = [marked(date.text, 'date', date.value), '  ', marked(time, 'time')]
  y = writePair(sheet, [['Receipt ', marked(number, 'receipt_number')], day], y)
  return writePair(sheet, [[`Till ${till}`], [`Served by ${server}`]], y)
}

function writeItems(sheet: Sheet, top: number): number {
  let y = top
  content.items.forEach(({ description, quantity, unitPrice, amount }, row) => {
    const name = sayCell(description, { field: 'description', value: description, row })
    const sum = sayAmount(amount, { field: 'amount', row, locale })
    if (quantity === 1) {
      y = writePair(sheet, [name, sum], y)
      return
    }
    sheet.write(name, { x: margin, y, size, font: 'mono' })
    const count = sayCell(String(quantity), { field: 'quantity', value: quantity, row })
    const each = sayAmount(unitPrice, { field: 'unit_price', row, locale })
    y = writePair(sheet, [['  ', ...count, ' x ', ...each], sum], y + lineHeight)
  })
  return y
}

function writeSums(sheet: Sheet, top: number): number {
  const { sign, code } = content.currency
  const total: Phrase = [
    marked(sign, 'currency', code),
    ...sayAmount(content.total, { field: 'total', locale }),
  ]
  let y = writePair(sheet, [['TOTAL'], total], top + 2, { scale: 1.5, bold: true }) + 2
  y = writePair(sheet, [['Card'], sayAmount(content.total, { field: 'total', locale })], y)
  y = writePair(sheet, [['Net'], sayAmount(content.net, { field: 'subtotal', locale })], y + 6)
  return writePair(sheet, [[`VAT ${content.taxRate}%`], sayAmount(content.tax, { field: 'tax', locale })], y)
}

function writeFoot(sheet: Sheet, top: number): number {
  let y = writeCentred(sheet, [content.card], top)
  y = writeCentred(sheet, ['Approved'], y) + 8
  y = writeCentred(sheet, ['Thank you, see you soon!'], y)
  return writeCentred(sheet, ['tidewater.example'], y)
}
