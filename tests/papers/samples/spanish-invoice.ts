import { marked, type Phrase } from '../layout/phrase'
import { createSheet, type Sheet } from '../layout/sheet'
import type { Paper } from '../paper'
import { drawLine, sayAmount, sayCell, writeBlock } from './say'
import { spanishInvoice as content } from './spanish-invoice-content'

const page = { width: 595.28, height: 841.89 }
const margin = 58
const right = page.width - margin
const brown = '#7a3b1e'
const dark = '#2b2622'
const grey = '#6a625b'
const locale = 'es-ES'
const columns = { quantity: 345, unitPrice: 432, amount: right - 8 }

/** The Spanish sample: one sheet as a workshop sends it by post, later put on a scanner. */
export function makeSpanishInvoice(): Paper {
  const sheet = createSheet()
  sheet.addPage(page)
  writeHead(sheet)
  writeParties(sheet)
  const end = writeItems(sheet, 330)
  writeSums(sheet, end + 16)
  writePayment(sheet, end + 34)
  writeFoot(sheet)
  return {
    id: 'sample-invoice-es',
    kind: 'invoice',
    language: 'es',
    country: 'ES',
    currency: content.currency.code,
    pages: sheet.pages,
    ...sheet.findTruth(),
    group: content.supplier,
  }
}

/** A tree's rings, sawn open. */
const rings =
  'M50 4 A46 46 0 1 1 49.9 4 Z M50 12 A38 38 0 1 0 50.1 12 Z M52 22 A29 29 0 1 1 51.9 22 Z M53 30 A22 22 0 1 0 53.1 30 Z M54 40 A13 13 0 1 1 53.9 40 Z'

function writeHead(sheet: Sheet): void {
  sheet.draw({ kind: 'emblem', x: margin, y: 46, width: 52, path: rings, colour: brown })
  const name = { x: margin + 66, size: 20, font: 'serif', bold: true, colour: brown } as const
  sheet.write([marked(content.supplier, 'supplier')], { ...name, y: 44 })
  sheet.write([content.trade], { x: margin + 66, y: 71, size: 9.5, font: 'serif', colour: dark })
  const contact = [...content.address, `Tel. ${content.phone}`, content.web]
  sheet.write([contact.join('  ·  ')], { x: margin, y: 112, size: 8, font: 'serif', colour: grey })
  drawLine(sheet, 128, { from: margin, to: right, colour: brown, thickness: 1.4 })
  sheet.write(['NIF ', marked(content.taxId, 'supplier_tax_id')], {
    x: margin,
    y: 134,
    size: 8,
    font: 'serif',
  })
}

function writeParties(sheet: Sheet): void {
  const top = 172
  sheet.write(['FACTURA'], { x: margin, y: top, size: 22, font: 'serif', bold: true, colour: dark })
  const facts: [string, Phrase][] = [
    ['Factura n.º', [marked(content.number, 'invoice_number')]],
    ['Fecha', [marked(content.date.text, 'date', content.date.value)]],
    ['Vencimiento', [marked(content.dueDate.text, 'due_date', content.dueDate.value)]],
  ]
  facts.forEach(([label, value], index) => {
    const y = top + 44 + index * 18
    sheet.write([label], { x: margin, y, size: 10, font: 'serif', colour: grey })
    sheet.write(value, { x: margin + 84, y, size: 10, font: 'serif', bold: true })
  })
  const box = { x: 316, y: top, width: right - 316, height: 100 }
  sheet.draw({ kind: 'box', ...box, thickness: 0.8, colour: brown })
  sheet.write(['Cliente'], {
    x: box.x + 14,
    y: top + 10,
    size: 8.5,
    font: 'serif',
    colour: brown,
    bold: true,
  })
  const name = { x: box.x + 14, y: top + 27, size: 11, font: 'serif', bold: true } as const
  sheet.write([marked(content.customer, 'customer')], name)
  const lines = [...content.customerAddress, `NIF ${content.customerTaxId}`].map((line): Phrase => [line])
  writeBlock(sheet, lines, { x: box.x + 14, y: top + 46, size: 9.5, font: 'serif' })
}

function writeItems(sheet: Sheet, top: number): number {
  const rowHeight = 27
  const bottom = top + content.items.length * rowHeight
  sheet.draw({ kind: 'band', x: margin, y: top - 26, width: right - margin, height: 26, colour: '#f1e6dc' })
  const head = { y: top - 19, size: 9.5, font: 'serif', bold: true, colour: brown } as const
  sheet.write(['Descripción'], { ...head, x: margin + 8 })
  sheet.write(['Cantidad'], { ...head, x: columns.quantity, align: 'right' })
  sheet.write(['Precio'], { ...head, x: columns.unitPrice, align: 'right' })
  sheet.write(['Importe'], { ...head, x: columns.amount, align: 'right' })
  content.items.forEach((item, row) => {
    const look = { y: top + 8 + row * rowHeight, size: 10, font: 'serif' } as const
    const { description, quantity, unitPrice, amount } = item
    const cell = { ...look, align: 'right' } as const
    sheet.write(sayCell(description, { field: 'description', value: description, row }), {
      ...look,
      x: margin + 8,
    })
    sheet.write(sayCell(String(quantity), { field: 'quantity', value: quantity, row }), {
      ...cell,
      x: columns.quantity,
    })
    sheet.write(sayAmount(unitPrice, { field: 'unit_price', row, locale }), { ...cell, x: columns.unitPrice })
    sheet.write(sayAmount(amount, { field: 'amount', row, locale }), { ...cell, x: columns.amount })
    drawLine(sheet, top + (row + 1) * rowHeight, { from: margin, to: right, colour: '#cbb9aa' })
  })
  return bottom
}

function writeSums(sheet: Sheet, top: number): void {
  const { sign, code } = content.currency
  const label = { x: 346, size: 10, font: 'serif' } as const
  const amount = { x: columns.amount, size: 10, font: 'serif', align: 'right' } as const
  sheet.write(['Base imponible'], { ...label, y: top })
  sheet.write(sayAmount(content.subtotal, { field: 'subtotal', locale }), { ...amount, y: top })
  sheet.write([`IVA ${content.taxRate} %`], { ...label, y: top + 20 })
  sheet.write(sayAmount(content.tax, { field: 'tax', locale }), { ...amount, y: top + 20 })
  drawLine(sheet, top + 42, { from: 338, to: right, colour: brown, thickness: 1.4 })
  const strong = { y: top + 50, size: 13, bold: true, colour: brown } as const
  sheet.write(['Total'], { ...label, ...strong })
  const total = [...sayAmount(content.total, { field: 'total', locale }), ' ', marked(sign, 'currency', code)]
  sheet.write(total, { ...amount, ...strong })
}

function writePayment(sheet: Sheet, top: number): void {
  sheet.write(['Forma de pago'], { x: margin, y: top, size: 9, font: 'serif', bold: true, colour: brown })
  const lines: Phrase[] = [[content.terms], ['IBAN ', marked(content.iban, 'iban')]]
  writeBlock(sheet, lines, { x: margin, y: top + 16, size: 9.5, font: 'serif' })
}

function writeFoot(sheet: Sheet): void {
  const y = page.height - 74
  drawLine(sheet, y, { from: margin, to: right, colour: '#cbb9aa' })
  const lines: Phrase[] = [
    ['Inscrita en el Registro Mercantil, tomo 418, folio 73, hoja 12.617.'],
    ['Madera de bosques gestionados. Garantía de tres años en todos nuestros muebles.'],
  ]
  writeBlock(sheet, lines, {
    x: page.width / 2,
    y: y + 9,
    size: 7.5,
    font: 'serif',
    colour: grey,
    align: 'centre',
  })
}
