import { sayMoney } from '../content/content'
import { formatAmount } from '../content/money'
import type { SumLine, Totals } from '../content/totals'
import { labelsOf } from '../words/words'
import type { Area, Setting } from './area'
import { writeOneLine } from './facts-block'
import { sayLabel } from './look'
import type { Phrase } from './phrase'

const magnitudes = new Set(['discount', 'paid'])

/** The sums, one below the other, or as a table of labels above amounts. */
export function writeTotals(setting: Setting, area: Area, totals: Totals): number {
  const { random } = setting
  return totals.lines.length > 2 && totals.lines.length < 6 && random.chance(0.1)
    ? writeAcross(setting, area, totals.lines)
    : writeDown(setting, area, totals.lines)
}

function saySum(setting: Setting, line: SumLine, withSign: boolean): Phrase {
  const phrase = sayMoney(line.value, setting.content, { fields: line.fields, withSign })
  for (const piece of phrase) {
    if (typeof piece === 'string') continue
    for (const mark of piece.marks) {
      if (magnitudes.has(mark.field) && typeof mark.value === 'number') mark.value = Math.abs(mark.value)
    }
  }
  return phrase
}

function writeDown(setting: Setting, area: Area, lines: SumLine[]): number {
  const { random, look, sheet } = setting
  const side = random.weighted([
    ['right', 8],
    ['left', 0.7],
    ['all', 0.8],
  ] as const)
  const width = side === 'all' ? area.width : area.width * 0.46
  const x = side === 'left' ? area.x : area.x + area.width - width
  const withSign = random.weighted([
    ['all', 4],
    ['total', 3],
    ['none', 3],
  ] as const)
  const labelAlign = random.chance(0.25) ? 'right' : 'left'
  const strongSize = look.size + random.pick([0, 0, 1, 2, 4])
  let y = area.y
  for (const line of lines) {
    const size = line.isStrong ? strongSize : look.size
    if (line.isStrong && look.rules !== 'none' && random.chance(0.7)) {
      sheet.draw({
        kind: 'rule',
        x1: x,
        y1: y - 1,
        x2: x + width,
        y2: y - 1,
        thickness: 0.6,
        colour: '#333333',
      })
    }
    const shows = withSign === 'all' || (withSign === 'total' && line.isStrong)
    const style = { size, bold: line.isStrong }
    writeOneLine(setting, { x, y, width: width * 0.6 }, [sayLabel(line.label, look)], {
      ...style,
      align: labelAlign,
    })
    writeOneLine(setting, { x: x + width * 0.64, y, width: width * 0.36 - 8 }, saySum(setting, line, shows), {
      ...style,
      align: 'right',
    })
    y += size * look.gap + 1
  }
  return y
}

/** Labels in a row, amounts in the row below. */
function writeAcross(setting: Setting, area: Area, lines: SumLine[]): number {
  const { look, sheet } = setting
  const width = area.width / lines.length
  lines.forEach((line, index) => {
    const cell = { x: area.x + index * width + 4, y: area.y + 3, width: width - 10 }
    sheet.draw({
      kind: 'box',
      x: cell.x - 4,
      y: area.y,
      width,
      height: look.size * 3.6,
      thickness: 0.5,
      colour: '#555555',
    })
    writeOneLine(setting, cell, [sayLabel(line.label, { ...look, colon: '' })], { size: look.size - 0.5 })
    writeOneLine(setting, { ...cell, y: cell.y + look.size * 1.7 }, saySum(setting, line, false), {
      size: look.size + 0.5,
      bold: line.isStrong,
      align: 'right',
    })
  })
  return area.y + look.size * 4.4
}

/** Rate, base, tax and gross of every rate; its sums are printed as such only in the block of sums. */
export function writeTaxTable(setting: Setting, area: Area, totals: Totals): number {
  const { random, look, content } = setting
  const name = (key: string) =>
    random
      .pick(labelsOf(content.words, key))
      .replace('{tax}', totals.taxName)
      .replace('{currency}', content.money.sign)
  const sign = content.kind === 'credit_note' && content.items.some((item) => item.amount < 0) ? -1 : 1
  const say = (value: number) => formatAmount(value * sign || 0, content.money)
  const rows = [
    [name('tax_rate'), name('tax_base'), name('tax_amount'), name('gross')],
    ...totals.taxRows.map((row) => [row.rate, say(row.base), say(row.tax), say(row.gross)]),
  ]
  const columns = random.chance(0.6) ? 3 : 4
  const width = area.width / columns
  let y = area.y
  if (random.chance(0.5))
    y = writeOneLine(setting, { ...area, y }, [name('tax_table')], { size: look.size, bold: true })
  rows.forEach((row, index) => {
    row.slice(0, columns).forEach((text, column) => {
      const cell = { x: area.x + column * width, y, width: width - 6 }
      writeOneLine(setting, cell, [text], {
        size: look.size - 0.5,
        bold: index === 0,
        align: column === 0 ? 'left' : 'right',
      })
    })
    y += look.size * 1.4
  })
  return y
}
