import type { ReceiptContent } from '../content/receipt-content'
import { widthOf } from '../fonts/text-width'
import type { FontFamily } from '../paper'
import type { Random } from '../random'
import { inCapitals, type Phrase, textOf, wrap } from './phrase'
import type { Sheet } from './sheet'

/** A strip of till paper that is written line by line. */
export type Strip = {
  sheet: Sheet
  random: Random
  content: ReceiptContent
  width: number
  margin: number
  size: number
  font: FontFamily
  gap: number
  capitals: boolean
  y: number
}

export type LineStyle = { align?: 'left' | 'right' | 'centre'; bold?: boolean; scale?: number }

export function writeLine(
  strip: Strip,
  phrase: Phrase,
  { align = 'left', bold = false, scale = 1 }: LineStyle = {},
) {
  const { sheet, width, margin, font } = strip
  const size = Math.round(strip.size * scale * 10) / 10
  const shown = strip.capitals ? inCapitals(phrase) : phrase
  for (const line of wrap(shown, { width: width - 2 * margin, font, size, bold })) {
    const x = align === 'left' ? margin : align === 'right' ? width - margin : width / 2
    sheet.write(line, { x, y: strip.y, size, font, align, bold })
    strip.y += size * strip.gap
  }
}

/** One phrase at the left edge and one at the right; below each other where they do not fit. */
export function writePair(
  strip: Strip,
  left: Phrase,
  right: Phrase,
  { bold = false, scale = 1 }: LineStyle = {},
) {
  const { sheet, width, margin, font, capitals } = strip
  const size = Math.round(strip.size * scale * 10) / 10
  const [a, b] = capitals ? [inCapitals(left), inCapitals(right)] : [left, right]
  const look = { font, size, bold }
  if (widthOf(textOf(a), look) + widthOf(textOf(b), look) + size > width - 2 * margin) {
    writeLine(strip, a, { bold, scale })
    writeLine(strip, b, { bold, scale, align: 'right' })
    return
  }
  sheet.write(a, { x: margin, y: strip.y, size, font, bold })
  sheet.write(b, { x: width - margin, y: strip.y, size, font, bold, align: 'right' })
  strip.y += size * strip.gap
}

export function writeRule(strip: Strip) {
  const { random, sheet, margin, width, size, font } = strip
  if (random.chance(0.3)) {
    sheet.draw({
      kind: 'rule',
      x1: margin,
      y1: strip.y + 2,
      x2: width - margin,
      y2: strip.y + 2,
      thickness: 0.6,
      colour: '#222222',
    })
    strip.y += 5
    return
  }
  const sign = random.pick(['-', '=', '*', '- '])
  const count = Math.floor((width - 2 * margin) / widthOf(sign, { font, size }))
  writeLine(strip, [sign.repeat(Math.max(count, 1)).trim()])
}
