import { sayMoney } from '../content/content'
import type { Item } from '../content/items'
import { formatAmount, formatNumber } from '../content/money'
import type { Area, Setting } from './area'
import { writeOneLine } from './facts-block'
import { type Phrase, wrap } from './phrase'
import { lineShare } from './sheet'

export type Column = { key: string; name: string; share: number; align: 'left' | 'right' | 'centre' }

export type TableFlow = {
  /** Rows end above this height; the rest goes on on the next page. */
  bottom: number
  startPage: () => number
}

/** Rows of goods, over as many pages as they need; returns the height below the last. */
export function writeTable(setting: Setting, area: Area, flow: TableFlow): number {
  const { content, random, look } = setting
  const columns = chooseColumns(setting)
  const withSign = random.chance(0.18)
  const carries = random.chance(0.4)
  const height = look.size * random.pick([1.35, 1.6, 2])
  const cells = placeColumns(columns, area)
  let y = writeColumnNames(setting, cells, area)
  let sum = 0
  content.items.forEach((item, row) => {
    const description = wrapDescription(setting, item, row, cells)
    const needed = Math.max(height, description.length * look.size * lineShare + 2)
    if (y + needed > flow.bottom) {
      if (carries) writeCarry(setting, area, y, { key: 'carried_forward', sum })
      y = writeColumnNames(setting, cells, { ...area, y: flow.startPage() })
      if (carries) y = writeCarry(setting, area, y, { key: 'brought_forward', sum })
    }
    description.forEach((line, index) => {
      const cell = cells.find(({ key }) => key === 'description')
      if (cell)
        writeOneLine(setting, { ...cell, y: y + index * look.size * lineShare }, line, { size: look.size })
    })
    for (const cell of cells) {
      if (cell.key === 'description') continue
      writeOneLine(setting, { ...cell, y }, sayCell({ setting, item, row, key: cell.key, withSign }), {
        size: look.size,
        align: cell.align,
      })
    }
    sum = Math.round((sum + item.amount) * 100) / 100
    y += needed
    if (look.rules === 'boxes') drawRule(setting, area, y - 2)
  })
  if (look.rules !== 'none') drawRule(setting, area, y)
  if (random.chance(0.06)) y = writeQuantitySum(setting, cells, y + 3)
  return y + look.size
}

/** The sum of the quantities, which is no amount. */
function writeQuantitySum(setting: Setting, cells: Cell[], y: number): number {
  const { random, look, content } = setting
  const quantity = cells.find(({ key }) => key === 'quantity')
  const description = cells.find(({ key }) => key === 'description')
  if (!quantity || !description) return y
  const sum = content.items.reduce((total, item) => total + item.quantity, 0)
  const label = random.pick(content.words.labels.total_quantity ?? [''])
  writeOneLine(setting, { ...description, y }, [label], { size: look.size, bold: true })
  writeOneLine(setting, { ...quantity, y }, [formatNumber(Math.round(sum * 100) / 100, content.money)], {
    size: look.size,
    align: quantity.align,
  })
  return y + look.size * 1.6
}

type Cell = Column & Area

function chooseColumns({ random, content }: Setting): Column[] {
  const { words, totals, country } = content
  const tax = totals?.taxName ?? country.taxNames[0] ?? ''
  const name = (key: string) =>
    random
      .pick(words.columns[key] ?? [key])
      .replace('{tax}', tax)
      .replace('{currency}', content.money.sign)
  const column = (key: string, share: number, align: Column['align'], chance = 1): Column | null =>
    random.chance(chance) ? { key, name: name(key), share, align } : null
  const number = random.chance(0.85) ? 'right' : 'centre'
  const hasPrices = content.totals !== null || content.kind === 'order_confirmation'
  const quantity = column('quantity', 8, number, 0.93)
  const middle = [
    column('unit', 7, 'left', 0.3),
    column('unit_price', 13, number, hasPrices ? 0.9 : 0),
    column('tax_rate', 9, number, hasPrices ? 0.25 : 0),
    content.items.some((item) => item.discount > 0) ? column('discount', 9, number) : null,
  ]
  const description = column('description', random.whole(34, 46), 'left')
  const quantityFirst = random.chance(0.22)
  return [
    column('position', 5, 'left', 0.35),
    quantityFirst ? quantity : null,
    column('code', 13, 'left', 0.33),
    description,
    quantityFirst ? null : quantity,
    ...(random.chance(0.8) ? middle : random.shuffled(middle)),
    column('amount', 15, 'right', hasPrices ? 1 : 0),
  ].filter((each) => each !== null)
}

function placeColumns(columns: Column[], area: Area): Cell[] {
  const all = columns.reduce((sum, column) => sum + column.share, 0)
  let x = area.x
  return columns.map((column) => {
    const width = (column.share / all) * area.width
    const cell = { ...column, x, y: area.y, width: width - 8 }
    x += width
    return cell
  })
}

function writeColumnNames(setting: Setting, cells: Cell[], area: Area): number {
  const { look, sheet } = setting
  const isBand = look.rules === 'bands' || look.rules === 'boxes'
  if (isBand) {
    sheet.draw({
      kind: 'band',
      x: area.x - 3,
      y: area.y - 3,
      width: area.width + 3,
      height: look.size * 1.7,
      colour: '#e2e2e2',
    })
  }
  for (const cell of cells) {
    writeOneLine(setting, { ...cell, y: area.y }, [cell.name], {
      size: look.size,
      bold: true,
      align: cell.align,
    })
  }
  if (look.rules === 'lines') drawRule(setting, area, area.y + look.size * 1.4)
  return area.y + look.size * 2
}

function drawRule({ sheet }: Setting, area: Area, y: number) {
  sheet.draw({
    kind: 'rule',
    x1: area.x,
    y1: y,
    x2: area.x + area.width,
    y2: y,
    thickness: 0.5,
    colour: '#555555',
  })
}

function wrapDescription(setting: Setting, item: Item, row: number, cells: Cell[]): Phrase[] {
  const cell = cells.find(({ key }) => key === 'description')
  const phrase: Phrase = [
    { text: item.description, marks: [{ field: 'description', value: item.description, row }] },
  ]
  if (!cell) return []
  const lines = wrap(phrase, { width: cell.width, font: setting.look.font, size: setting.look.size })
  return item.note === '' ? lines : [...lines, [item.note]]
}

function sayCell(given: {
  setting: Setting
  item: Item
  row: number
  key: string
  withSign: boolean
}): Phrase {
  const { setting, item, row, key, withSign } = given
  const { content } = setting
  const money = content.money
  const say = (text: string, field: string, value: number): Phrase => [
    { text, marks: [{ field, value, row }] },
  ]
  if (key === 'quantity') return say(formatNumber(item.quantity, money), 'quantity', item.quantity)
  if (key === 'unit_price') return say(formatAmount(item.unitPrice, money), 'unit_price', item.unitPrice)
  if (key === 'amount') return sayMoney(item.amount, content, { fields: ['amount'], row, withSign })
  if (key === 'position') return [String(row + 1)]
  if (key === 'code') return [item.code]
  if (key === 'unit') return [item.unit]
  if (key === 'discount') return [item.discount === 0 ? '' : `${item.discount} %`]
  return [`${formatNumber(item.rate, money)}%`]
}

function writeCarry(setting: Setting, area: Area, y: number, carry: { key: string; sum: number }): number {
  const { random, look, content } = setting
  const label = random.pick(content.words.labels[carry.key] ?? [''])
  writeOneLine(setting, { ...area, x: area.x + area.width * 0.4, y, width: area.width * 0.35 }, [label], {
    size: look.size,
    bold: true,
  })
  writeOneLine(
    setting,
    { x: area.x + area.width * 0.8, y, width: area.width * 0.2 - 8 },
    [formatAmount(carry.sum, content.money)],
    {
      size: look.size,
      bold: true,
      align: 'right',
    },
  )
  return y + look.size * 1.8
}
