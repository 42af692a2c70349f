import { sayMoney } from '../content/content'
import { formatAmount } from '../content/money'
import { sayAddress } from '../content/parties'
import type { ReceiptContent } from '../content/receipt-content'
import type { SumLine } from '../content/totals'
import { widthOf } from '../fonts/text-width'
import type { FontFamily } from '../paper'
import type { Random } from '../random'
import { labelsOf } from '../words/words'
import { marked, type Phrase } from './phrase'
import { writeItems } from './receipt-items'
import { createSheet, type Sheet } from './sheet'
import { type LineStyle, type Strip, writeLine, writePair, writeRule } from './strip'

export function layOutReceipt({ random, content }: { random: Random; content: ReceiptContent }): Sheet {
  const sheet = createSheet()
  const width = random.pick([226.8, 226.8, 164.4, 260])
  const font = random.weighted<FontFamily>([
    ['mono', 5],
    ['condensed', 3],
    ['sans', 2],
  ])
  const base = font === 'mono' ? random.pick([7.5, 8, 8.5]) : random.pick([8, 9, 10])
  const strip: Strip = {
    sheet,
    random,
    content,
    width,
    margin: random.whole(8, 16),
    size: width < 200 ? base * 0.8 : base,
    font,
    gap: random.pick([1.25, 1.35, 1.5]),
    capitals: random.chance(0.6),
    y: random.whole(10, 40),
  }
  sheet.addPage({ width, height: 100 })
  writeHead(strip)
  const headFirst = random.chance(0.85)
  if (headFirst) writeFacts(strip)
  writeItems(strip)
  for (const line of content.sums) writeSum(strip, line)
  strip.y += random.pick([0, strip.size])
  for (const line of content.payments) writeSum(strip, line)
  strip.y += strip.size * 0.6
  if (content.taxRows.length > 0 && random.chance(0.4)) writeTaxSummary(strip)
  if (!headFirst) writeFacts(strip)
  writeFoot(strip)
  const page = sheet.pages[0]
  if (page) page.height = Math.ceil(strip.y + 20)
  return sheet
}

function writeHead(strip: Strip) {
  const { random, content } = strip
  const { supplier, words } = content
  const align = random.chance(0.85) ? 'centre' : 'left'
  const lines: [Phrase, LineStyle][] = []
  if (random.chance(0.08)) lines.push([[supplier.person], { scale: random.pick([1, 1.5]) }])
  if (supplier.brand) lines.push([[supplier.brand], { scale: random.pick([1.4, 2]), bold: true }])
  const inline = supplier.registration !== null && random.chance(0.18)
  const register = supplier.registration ?? ''
  const behind = inline ? [` ${/^\(/.test(register) ? register : `(${register})`}`] : []
  lines.push([
    [marked(supplier.name, 'supplier'), ...behind],
    { scale: random.pick([1, 1, 1.2, 1.4]), bold: random.chance(0.4) },
  ])
  if (random.chance(0.08)) lines.push([[`(${supplier.town})`], {}])
  if (supplier.registration && !inline && random.chance(0.6)) lines.push([[supplier.registration], {}])
  if (random.chance(0.92)) for (const line of sayAddress(supplier, true)) lines.push([line, {}])
  const label = (key: string) => random.pick(labelsOf(words, key))
  if (random.chance(0.6)) lines.push([[`${label('phone')}: ${supplier.phone}`], {}])
  if (random.chance(0.25)) lines.push([[`${label('fax')}: ${supplier.otherPhone}`], {}])
  if (random.chance(0.1)) lines.push([[supplier.web], {}])
  if (supplier.taxId && random.chance(0.75)) {
    const mark = random.pick([': ', ' : ', ' ', ':'])
    const id: Phrase = [`${supplier.taxId.label}${mark}`, marked(supplier.taxId.id, 'supplier_tax_id')]
    lines.push([random.chance(0.15) ? ['(', ...id, ')'] : id, {}])
  }
  for (const [phrase, style] of lines) writeLine(strip, phrase, { ...style, align })
  strip.y += strip.size * 0.7
  if (content.heading)
    writeLine(strip, [content.heading], {
      align: 'centre',
      bold: random.chance(0.5),
      scale: random.pick([1, 1.2]),
    })
  if (random.chance(0.3)) writeRule(strip)
}

/** Number, date, time, cashier and till in any order, one or two a line. */
function writeFacts(strip: Strip) {
  const { random, content } = strip
  const mark = random.pick([': ', ' : ', ':', ' ', '. : '])
  const label = (key: string, text: string): Phrase => [
    `${random.pick(labelsOf(content.words, key))}${mark}${text}`,
  ]
  const facts: Phrase[] = []
  if (content.number) facts.push([content.number.label, mark, ...content.number.say()])
  facts.push(...sayDateAndTime(strip, mark))
  if (random.chance(0.5))
    facts.push(label('cashier', random.pick([content.supplier.person, random.form('##'), 'ADMIN', 'POS1'])))
  if (random.chance(0.4)) facts.push(label('till', random.form(random.pick(['#', '##', 'T#', '0#']))))
  if (random.chance(0.12)) facts.push(label('table', random.form('##')))
  if (random.chance(0.12)) facts.push(label('member', random.form('########')))
  if (content.customer) facts.push([...label('buyer', ''), marked(content.customer.name, 'customer')])
  const ordered = random.chance(0.4) ? random.shuffled(facts) : facts
  const paired = random.chance(0.3)
  for (let index = 0; index < ordered.length; index += 1) {
    const next = ordered[index + 1]
    if (paired && next && random.chance(0.6)) {
      writePair(strip, ordered[index] ?? [], next)
      index += 1
    } else writeLine(strip, ordered[index] ?? [])
  }
  if (random.chance(0.6)) writeRule(strip)
}

function sayDateAndTime({ random, content }: Strip, mark: string): Phrase[] {
  const { date, time, words, dateLabel } = content
  if (!date) return time ? [[...time()]] : []
  const labelled: Phrase = random.chance(0.65) ? [dateLabel, mark] : []
  if (!time) return [[...labelled, ...date()]]
  const timeLabel: Phrase = random.chance(0.5) ? [random.pick(labelsOf(words, 'time')), mark] : []
  return random.weighted([
    [[[...labelled, ...date(), random.pick([' ', '  ', ' - ', ', ']), ...time()]], 5],
    [
      [
        [...labelled, ...date()],
        [...timeLabel, ...time()],
      ],
      3,
    ],
    [[[...time(), '   ', ...date()]], 1],
  ])
}

function writeSum(strip: Strip, line: SumLine) {
  const { random, content } = strip
  const isCount = line.value === -1 && line.fields.length === 0
  const count = content.items.reduce((sum, item) => sum + item.quantity, 0)
  const withSign = random.chance(0.3)
  const amount: Phrase = isCount
    ? [String(count)]
    : sayMoney(line.value, content, { fields: line.fields, withSign })
  for (const piece of amount) {
    if (typeof piece === 'string') continue
    for (const mark of piece.marks) if (mark.field === 'discount') mark.value = Math.abs(Number(mark.value))
  }
  const mark = random.pick(['', '', ':', ' :'])
  const style = line.isStrong ? { bold: random.chance(0.6), scale: random.pick([1, 1, 1.3, 1.6]) } : {}
  if (random.chance(0.06)) writeLine(strip, [`${line.label}${mark} `, ...amount], style)
  else writePair(strip, [`${line.label}${mark}`], amount, style)
}

function writeTaxSummary(strip: Strip) {
  const { random, content, sheet } = strip
  const name = (key: string) =>
    random
      .pick(labelsOf(content.words, key))
      .replace('{tax}', content.taxName)
      .replace('{currency}', content.money.sign)
  const say = (value: number) => formatAmount(value, content.money)
  const rows = [
    [name('tax_table'), name('tax_base'), name('tax_amount')],
    ...content.taxRows.map((row) => [
      `${random.pick(['S', 'SR', 'A', '1', ''])} ${random.pick(['= ', '@ ', ''])}${row.rate}`,
      say(row.base),
      say(row.tax),
    ]),
  ]
  for (const [rate = '', base = '', tax = ''] of rows) {
    const right = strip.width - strip.margin
    const look = { y: strip.y, size: strip.size, font: strip.font }
    const fits = widthOf(`${rate}${base}${tax}`, look) + 2 * strip.size < right - strip.margin
    if (!fits) writeLine(strip, [`${rate} ${base} ${tax}`])
    else {
      const baseEnd = Math.max(
        right - widthOf(tax, look) - strip.size,
        strip.margin + (right - strip.margin) * 0.68,
      )
      const clear = Math.min(baseEnd, right - widthOf(tax, look) - strip.size)
      sheet.write([rate.trim()], { ...look, x: strip.margin })
      sheet.write([base], { ...look, x: clear, align: 'right' })
      sheet.write([tax], { ...look, x: right, align: 'right' })
      strip.y += strip.size * strip.gap
    }
  }
  strip.y += strip.size * 0.6
}

function writeFoot(strip: Strip) {
  const { random, content } = strip
  const { sentences, labels } = content.words
  if (random.chance(0.12))
    writeLine(strip, [`${random.pick(labels.print_date ?? [''])}: ${content.printDate}`])
  const notes = random.some(sentences.receipt_notes ?? [], random.whole(0, 4))
  const thanks = random.some(sentences.thanks ?? [], random.whole(0, 2))
  for (const note of random.shuffled([...notes, ...thanks]))
    writeLine(strip, [note.replace('{tax}', content.taxName)], { align: 'centre' })
  if (random.chance(0.2)) writeLine(strip, [random.form('################')], { align: 'centre' })
}
