import type { Mark, Phrase } from '../layout/phrase'
import type { Sheet, Writing } from '../layout/sheet'

export type Item = {
  description: string
  detail?: string
  quantity: number
  unitPrice: number
  amount: number
}

/** An amount with two decimals as the country writes it; it may be several values at once. */
export function sayAmount(
  value: number,
  { locale, field, ...row }: { locale: string; field: string | string[]; row?: number },
): Phrase {
  const text = value.toLocaleString(locale, { minimumFractionDigits: 2, useGrouping: true })
  return [{ text, marks: [field].flat().map((one) => ({ field: one, value, ...row })) }]
}

/** A value of a row; what stands on two lines is one value. */
export function sayCell(text: string, mark: Mark): Phrase {
  return [{ text, marks: [mark] }]
}

export type Block = Omit<Writing, 'font' | 'size'> & { size?: number; font?: Writing['font']; gap?: number }

/** Lines one below the other; gives the height at which they end. */
export function writeBlock(
  sheet: Sheet,
  lines: Phrase[],
  { gap = 1.5, size = 9, font = 'sans', ...look }: Block,
) {
  lines.forEach((line, index) => {
    sheet.write(line, { ...look, y: look.y + index * size * gap, size, font })
  })
  return look.y + lines.length * size * gap
}

export type Span = { from: number; to: number }

export function drawLine(
  sheet: Sheet,
  y: number,
  { from, to, colour, thickness = 0.5 }: Span & { colour: string; thickness?: number },
) {
  sheet.draw({ kind: 'rule', x1: from, y1: y, x2: to, y2: y, thickness, colour })
}
