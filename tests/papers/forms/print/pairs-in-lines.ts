import { widthOf } from '../../fonts/text-width'
import { type Phrase, textOf } from '../../layout/phrase'
import type { Cell } from './cell'
import { drawRule, type Frame, heightOf, keep, lineHeight, put } from './frame'

/** `Label: value`, each on a line of its own. */
export function printInLines(frame: Frame, cells: Cell[]): void {
  const { look } = frame
  for (const cell of cells) {
    const labelSize = look.size * Math.max(look.labelShare, 0.85)
    const wide = widthOf(textOf(cell.label), { font: look.font, size: labelSize, bold: look.labelBold })
    const gap = look.size * frame.random.pick([0.28, 0.28, 0.5])
    if (wide + gap > frame.width * 0.6) {
      printUnder(frame, cell)
      continue
    }
    const room = frame.width - wide - gap
    keep(
      frame,
      heightOf(look, cell.value, { width: room, size: look.size, bold: look.valueBold }) + lineHeight(frame),
    )
    const { y, left } = frame
    put(frame, [cell.label], {
      x: left,
      y: y + look.size - labelSize,
      width: wide + 1,
      size: labelSize,
      bold: look.labelBold,
      colour: look.labelColour,
    })
    const bottom = put(frame, cell.value, {
      x: left + wide + gap,
      y,
      width: room,
      size: look.size,
      bold: look.valueBold,
    })
    frame.y = Math.max(bottom, y + lineHeight(frame))
  }
}

function printUnder(frame: Frame, cell: Cell): void {
  const { look } = frame
  keep(frame, lineHeight(frame) * (2 + cell.value.length))
  const print = { x: frame.left, width: frame.width, size: look.size }
  frame.y = put(frame, [cell.label], { ...print, y: frame.y, bold: look.labelBold, colour: look.labelColour })
  frame.y = put(frame, cell.value, { ...print, y: frame.y, bold: look.valueBold })
}

/** Labels on the left, values in a column of their own. */
export function printAligned(frame: Frame, cells: Cell[]): void {
  const { look, random } = frame
  const share = random.pick([0.28, 0.33, 0.4, 0.5])
  const labelWidth = Math.min(
    frame.width * share,
    widestLabel(frame, cells) + look.size * random.pick([0.8, 1.5, 3]),
  )
  const room = frame.width - labelWidth
  const isRight = random.chance(0.1)
  const extra = random.pick([0, 0, look.size * 0.3, look.size * 0.7])
  const isRuled = random.chance(0.12)
  for (const cell of cells) {
    const label = { width: labelWidth - look.size * 0.5, size: look.size, bold: look.labelBold }
    const value = { width: room, size: look.size, bold: look.valueBold }
    const height = Math.max(
      heightOf(look, [cell.label], label),
      heightOf(look, cell.value, value),
      lineHeight(frame),
    )
    keep(frame, height + extra)
    put(frame, [cell.label], { ...label, x: frame.left, y: frame.y, colour: look.labelColour })
    put(frame, cell.value, {
      ...value,
      x: frame.left + labelWidth,
      y: frame.y,
      align: isRight ? 'right' : 'left',
    })
    frame.y += height + extra
    if (isRuled) drawRule(frame, { x1: frame.left, x2: frame.left + frame.width, y: frame.y - extra / 2 })
  }
}

function widestLabel({ look }: Frame, cells: Cell[]): number {
  const widths = cells.map(({ label }) =>
    widthOf(textOf(label), { font: look.font, size: look.size, bold: look.labelBold }),
  )
  return Math.max(40, ...widths)
}

/** `Label ........... value`, or on a line to be filled in. */
export function printWithLeaders(frame: Frame, cells: Cell[]): void {
  const { look, random } = frame
  const sign = random.pick(['.', '.', '_', ' .'])
  const isRight = random.chance(0.55)
  for (const cell of cells) {
    const bold = look.labelBold
    const look1 = { font: look.font, size: look.size }
    const labelWidth = Math.min(frame.width * 0.55, widthOf(textOf(cell.label), { ...look1, bold }) + 1)
    const inLine = joined(cell.value)
    const valueWidth = Math.min(frame.width - labelWidth - 24, widthOf(textOf(inLine), look1) + 1)
    const print = { y: frame.y, size: look.size }
    keep(frame, lineHeight(frame) * 2)
    const labelBottom = put(frame, [cell.label], {
      ...print,
      y: frame.y,
      x: frame.left,
      width: labelWidth,
      bold,
    })
    const end = frame.left + frame.width
    const valueX = isRight
      ? end - valueWidth
      : frame.left + labelWidth + look.size * (sign === '_' ? 0.3 : 2.5)
    const lead = { from: frame.left + labelWidth + 2, to: isRight ? valueX - 2 : valueX - 1 }
    writeLeader(frame, { sign, ...lead })
    const valueBottom = put(frame, [inLine], {
      ...print,
      y: frame.y,
      x: valueX,
      width: isRight ? valueWidth : Math.max(valueWidth, 1),
    })
    if (!isRight) writeLeader(frame, { sign, from: valueX + valueWidth + 2, to: end })
    frame.y = Math.max(labelBottom, valueBottom) + look.size * 0.25
  }
}

function writeLeader(frame: Frame, given: { sign: string; from: number; to: number }): void {
  const { look } = frame
  const each = widthOf(given.sign, { font: look.font, size: look.size })
  const count = Math.floor((given.to - given.from) / each)
  if (count < 2) return
  put(frame, [[given.sign.repeat(count).trim()]], {
    x: given.from,
    y: frame.y,
    width: given.to - given.from,
    size: look.size,
    colour: '#777777',
  })
}

/** Several pairs in a line, one behind the other. */
export function printInARow(frame: Frame, cells: Cell[]): void {
  const { look, random } = frame
  const gap = look.size * random.pick([1.5, 2.5, 4])
  const separator = random.chance(0.2) ? '|' : null
  let x = frame.left
  for (const cell of cells) {
    const phrase = joined(cell.value)
    const bold = look.labelBold
    const labelWidth = widthOf(textOf(cell.label), { font: look.font, size: look.size, bold })
    const valueWidth = widthOf(textOf(phrase), { font: look.font, size: look.size, bold: look.valueBold })
    const wide = labelWidth + look.size * 0.3 + valueWidth
    if (x > frame.left && x + wide > frame.left + frame.width) {
      x = frame.left
      frame.y += lineHeight(frame) * 1.1
    }
    keep(frame, lineHeight(frame) * 2)
    if (x > frame.left && separator)
      put(frame, [[separator]], { x: x - gap / 2 - 1, y: frame.y, width: look.size, size: look.size })
    const room = frame.left + frame.width - x
    put(frame, [cell.label], {
      x,
      y: frame.y,
      width: Math.min(room * 0.6, labelWidth + 1),
      size: look.size,
      bold,
      colour: look.labelColour,
    })
    const valueX = x + Math.min(room * 0.6, labelWidth + 1) + look.size * 0.3
    const bottom = put(frame, [phrase], {
      x: valueX,
      y: frame.y,
      width: frame.left + frame.width - valueX,
      size: look.size,
      bold: look.valueBold,
    })
    if (bottom - frame.y > lineHeight(frame) * 1.2 || labelWidth > room * 0.6) {
      frame.y = bottom + (labelWidth > room * 0.6 ? lineHeight(frame) * 2 : 0)
      x = frame.left
    } else x += wide + gap
  }
  if (x > frame.left) frame.y += lineHeight(frame)
}

/** The lines of a value in one. */
export function joined(lines: Phrase[]): Phrase {
  const isTicked = /^[☐☒☑✓■□[(_]/.test(textOf(lines[0] ?? []))
  return lines.flatMap((line, at) => (at === 0 ? line : [isTicked ? '  ' : ', ', ...line]))
}
