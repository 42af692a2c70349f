import { marked, type Phrase } from '../layout/phrase'
import { createSheet, type Sheet } from '../layout/sheet'
import type { Paper } from '../paper'
import { englishInvoice as content } from './english-invoice-content'
import { drawLine, sayAmount, sayCell, writeBlock } from './say'

const page = { width: 595.28, height: 841.89 }
const margin = 54
const right = page.width - margin
const green = '#1d4a3a'
const pale = '#eef3ee'
const grey = '#5d6b64'
const rule = { from: margin, to: right, colour: '#c9d3cc' }
const locale = 'en-GB'
const columns = { quantity: 350, unitPrice: 432, amount: right - 10 }

/** The English sample: one sheet, ruled and coloured as a small firm's own design. */
export function makeEnglishInvoice(): Paper {
  const sheet = createSheet()
  sheet.addPage(page)
  writeHead(sheet)
  writeParties(sheet)
  const end = writeItems(sheet, 334)
  writeSums(sheet, end + 14)
  writePayment(sheet, end + 122)
  writeFoot(sheet)
  return {
    id: 'sample-invoice-en',
    kind: 'invoice',
    language: 'en',
    country: 'GB',
    currency: content.currency.code,
    pages: sheet.pages,
    ...sheet.findTruth(),
    group: content.supplier,
  }
}

const leaf =
  'M50 2 C84 22 92 62 50 98 C8 62 16 22 50 2 Z M48 22 L48 84 L52 84 L52 22 Z M52 46 L70 34 L72 37 L52 51 Z M48 58 L30 46 L28 49 L48 63 Z'

function writeHead(sheet: Sheet): void {
  sheet.draw({ kind: 'band', x: 0, y: 0, width: page.width, height: 7, colour: green })
  sheet.draw({ kind: 'emblem', x: margin - 6, y: 44, width: 46, path: leaf, colour: green })
  sheet.write(['Fernhollow'], { x: margin + 48, y: 43, size: 23, font: 'serif', bold: true, colour: green })
  sheet.write(['PRINT WORKS'], { x: margin + 49, y: 73, size: 9, font: 'sans', colour: grey })
  sheet.write(['INVOICE'], { x: right, y: 44, size: 25, font: 'sans', colour: green, align: 'right' })
  const lines: Phrase[] = [
    [marked(content.supplier, 'supplier')],
    ...content.address.map((line): Phrase => [line]),
    [`${content.phone}  ·  ${content.web}`],
    ['VAT no. ', marked(content.taxId, 'supplier_tax_id')],
  ]
  writeBlock(sheet, lines, { x: right, y: 84, size: 8.5, colour: grey, align: 'right' })
}

function writeParties(sheet: Sheet): void {
  const top = 194
  sheet.write(['Bill to'], { x: margin, y: top, size: 8, font: 'sans', bold: true, colour: green })
  sheet.write([marked(content.customer, 'customer')], {
    x: margin,
    y: top + 16,
    size: 11,
    font: 'sans',
    bold: true,
  })
  const lines = content.customerAddress.map((line): Phrase => [line])
  writeBlock(sheet, lines, { x: margin, y: top + 34, size: 9.5 })
  const facts: [string, Phrase][] = [
    ['Invoice number', [marked(content.number, 'invoice_number')]],
    ['Invoice date', [marked(content.date.text, 'date', content.date.value)]],
    ['Due date', [marked(content.dueDate.text, 'due_date', content.dueDate.value)]],
    ['Your order', [marked(content.purchaseOrder, 'purchase_order')]],
  ]
  sheet.draw({ kind: 'band', x: 328, y: top - 8, width: right - 328, height: 92, colour: pale })
  facts.forEach(([label, value], index) => {
    const y = top + 4 + index * 20
    sheet.write([label], { x: 342, y, size: 9, font: 'sans', colour: grey })
    sheet.write(value, { x: right - 14, y, size: 9.5, font: 'sans', bold: true, align: 'right' })
  })
}

function writeItems(sheet: Sheet, top: number): number {
  sheet.draw({ kind: 'band', x: margin, y: top - 24, width: right - margin, height: 22, colour: green })
  const head = { y: top - 18, size: 8.5, font: 'sans', bold: true, colour: '#ffffff' } as const
  sheet.write(['Description'], { ...head, x: margin + 10 })
  sheet.write(['Quantity'], { ...head, x: columns.quantity, align: 'right' })
  sheet.write(['Unit price'], { ...head, x: columns.unitPrice, align: 'right' })
  sheet.write(['Amount'], { ...head, x: columns.amount, align: 'right' })
  content.items.forEach((item, row) => {
    const y = top + 8 + row * 36
    const look = { y, size: 9.5, font: 'sans' } as const
    const description = { field: 'description', value: `${item.description} ${item.detail}`, row }
    sheet.write(sayCell(item.description, description), { ...look, x: margin + 10 })
    const small = { x: margin + 10, y: y + 13, size: 8, font: 'sans', colour: grey } as const
    sheet.write(sayCell(item.detail, description), small)
    const quantity = sayCell(String(item.quantity), { field: 'quantity', value: item.quantity, row })
    sheet.write(quantity, { ...look, x: columns.quantity, align: 'right' })
    const price = sayAmount(item.unitPrice, { field: 'unit_price', row, locale })
    sheet.write(price, { ...look, x: columns.unitPrice, align: 'right' })
    sheet.write(sayAmount(item.amount, { field: 'amount', row, locale }), {
      ...look,
      x: columns.amount,
      align: 'right',
    })
    drawLine(sheet, y + 29, rule)
  })
  return top + 8 + content.items.length * 36
}

function writeSums(sheet: Sheet, top: number): void {
  const label = { x: 342, size: 9.5, font: 'sans' } as const
  const amount = { x: columns.amount, size: 9.5, font: 'sans', align: 'right' } as const
  sheet.write(['Subtotal'], { ...label, y: top })
  sheet.write(sayAmount(content.subtotal, { field: 'subtotal', locale }), { ...amount, y: top })
  sheet.write([`VAT ${content.taxRate}%`], { ...label, y: top + 20 })
  sheet.write(sayAmount(content.tax, { field: 'tax', locale }), { ...amount, y: top + 20 })
  sheet.draw({ kind: 'band', x: 328, y: top + 44, width: right - 328, height: 30, colour: green })
  const white = { y: top + 51, size: 12, bold: true, colour: '#ffffff' } as const
  sheet.write(['Total due'], { ...label, ...white })
  const { sign, code } = content.currency
  const total: Phrase = [
    marked(sign, 'currency', code),
    ...sayAmount(content.total, { field: ['total', 'amount_due'], locale }),
  ]
  sheet.write(total, { ...amount, ...white })
}

function writePayment(sheet: Sheet, top: number): void {
  drawLine(sheet, top, rule)
  const { name, iban, bic } = content.bank
  sheet.write(['How to pay'], { x: margin, y: top + 14, size: 9, font: 'sans', bold: true, colour: green })
  const lines: Phrase[] = [
    [`By bank transfer within 30 days, quoting the invoice number.`],
    [`${name}   BIC ${bic}`],
    ['IBAN ', marked(iban, 'iban')],
  ]
  writeBlock(sheet, lines, { x: margin, y: top + 30, size: 9 })
}

function writeFoot(sheet: Sheet): void {
  const y = page.height - 52
  drawLine(sheet, y, rule)
  const line = `Registered in England no. ${content.company}. Claims within 14 days of delivery, please.`
  sheet.write([line], {
    x: page.width / 2,
    y: y + 10,
    size: 7.5,
    font: 'sans',
    colour: grey,
    align: 'centre',
  })
}
