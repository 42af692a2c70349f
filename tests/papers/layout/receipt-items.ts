import { formatAmount, formatNumber } from '../content/money'
import { widthOf } from '../fonts/text-width'
import { inCapitals, type Phrase, textOf } from './phrase'
import { type Strip, writeLine, writePair, writeRule } from './strip'

/** Goods with their prices, in one of the ways tills print them. */
export function writeItems(strip: Strip) {
  const { random, content } = strip
  const manner = random.weighted(itemManners)
  if (manner === 'columns') {
    writeInColumns(strip)
    return
  }
  const { columns } = content.words
  const name = (key: string) =>
    random
      .pick(columns[key] ?? [key])
      .replace('{tax}', content.taxName)
      .replace('{currency}', content.money.sign)
  if (random.chance(0.5)) {
    writePair(
      strip,
      [random.chance(0.5) ? `${name('quantity')} ${name('description')}` : name('description')],
      [name('amount')],
    )
    if (random.chance(0.6)) writeRule(strip)
  }
  const code = random.chance(0.25)
  const taxMark = random.chance(0.15) ? random.pick([' S', ' A', ' SR', ' *', ' B']) : ''
  content.items.forEach((item, row) => {
    const say = (text: string, field: string, value: string | number): Phrase => [
      { text, marks: [{ field, value, row }] },
    ]
    const description = say(item.description, 'description', item.description)
    const amount: Phrase = [...say(formatAmount(item.amount, content.money), 'amount', item.amount), taxMark]
    const quantity = say(formatNumber(item.quantity, content.money), 'quantity', item.quantity)
    const price = say(formatAmount(item.unitPrice, content.money), 'unit_price', item.unitPrice)
    const times: Phrase = [...quantity, random.pick([' x ', ' X ', ' @ ', ' * ']), ...price]
    if (code) writeLine(strip, [item.code])
    if (manner === 'one line')
      writePair(strip, item.quantity === 1 ? description : [...quantity, ' ', ...description], amount)
    else if (manner === 'description above') {
      writeLine(strip, description)
      writePair(strip, ['  ', ...times], amount)
    } else {
      if (item.quantity !== 1) writeLine(strip, ['  ', ...times])
      writePair(strip, description, amount)
    }
  })
  if (random.chance(0.75)) writeRule(strip)
}

const itemManners = [
  ['one line', 4],
  ['description above', 4],
  ['times above', 2],
  ['columns', 2],
] as const

/** Quantity, price and amount in columns below the description, as bills of shops have them. */
function writeInColumns(strip: Strip) {
  const { random, content, sheet, margin, width, font } = strip
  const right = width - margin
  const edges = [margin + (right - margin) * 0.3, margin + (right - margin) * 0.62, right]
  const size = Math.round(strip.size * 10) / 10
  const { columns } = content.words
  const writeCells = (plain: Phrase[]) => {
    const cells = strip.capitals ? plain.map(inCapitals) : plain
    const look = { font, size }
    const total = cells.reduce((sum, cell) => sum + widthOf(textOf(cell), look), 0)
    const fits = cells.every((cell) => widthOf(textOf(cell), look) < (right - margin) * 0.29)
    if (!fits || total > right - margin - size * 2) {
      writeLine(
        strip,
        cells.flatMap((cell, index) => (index === 0 ? cell : ['  ', ...cell])),
      )
      return
    }
    cells.forEach((cell, index) => {
      sheet.write(cell, { x: edges[index] ?? right, y: strip.y, size, font, align: 'right' })
    })
    strip.y += size * strip.gap
  }
  const name = (key: string) => random.pick(columns[key] ?? [key]).replace(/ ?\(?\{\w+\}\)?/, '')
  writeLine(strip, [name('description')])
  writeCells([[name('quantity')], [name('unit_price')], [name('amount')]])
  writeRule(strip)
  content.items.forEach((item, row) => {
    const say = (text: string, field: string, value: string | number): Phrase => [
      { text, marks: [{ field, value, row }] },
    ]
    const code: Phrase = random.chance(0.5) ? [`${item.code} `] : []
    writeLine(strip, [...code, ...say(item.description, 'description', item.description)])
    writeCells([
      [
        ...say(formatNumber(item.quantity, content.money), 'quantity', item.quantity),
        random.chance(0.5) ? ` ${item.unit}` : '',
      ],
      say(formatAmount(item.unitPrice, content.money), 'unit_price', item.unitPrice),
      say(formatAmount(item.amount, content.money), 'amount', item.amount),
    ])
  })
  writeRule(strip)
}
