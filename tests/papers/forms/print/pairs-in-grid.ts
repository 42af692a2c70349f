import type { Cell } from './cell'
import { drawBox, drawRule, type Frame, heightOf, keep, lineHeight, put } from './frame'

type Box = { x: number; width: number }

/** Small labels above values, in boxes that fill the width. */
export function printInBoxes(frame: Frame, cells: Cell[]): void {
  printGrid(frame, cells, { isBoxed: true })
}

/** Labels above values, side by side. */
export function printAbove(frame: Frame, cells: Cell[]): void {
  printGrid(frame, cells, { isBoxed: false })
}

function printGrid(frame: Frame, cells: Cell[], { isBoxed }: { isBoxed: boolean }): void {
  const { look, random } = frame
  const most = frame.width < 200 ? 1 : frame.width < 320 ? 2 : 4
  const perRow = Math.min(cells.length, random.whole(Math.min(2, most), most))
  const labelSize = look.size * Math.min(look.labelShare, isBoxed ? 0.8 : 1)
  const pad = isBoxed ? 3 : 0
  const isRuled = !isBoxed && random.chance(0.25)
  for (const row of inRows(cells, perRow, random.chance(0.5))) {
    const boxes = shareWidth(
      frame,
      row.length,
      random.chance(0.4) ? row.map((cell) => (cell.isLong ? 1.7 : 1)) : row.map(() => 1),
    )
    const height = Math.max(
      ...row.map((cell, at) => {
        const width = (boxes[at]?.width ?? 50) - pad * 2 - 6
        const labelHeight = heightOf(look, [cell.label], { width, size: labelSize, bold: look.labelBold })
        const valueHeight = heightOf(look, cell.value, { width, size: look.size, bold: look.valueBold })
        return labelHeight + Math.max(valueHeight, lineHeight(frame)) + pad * 2
      }),
    )
    keep(frame, height)
    for (const [at, cell] of row.entries()) {
      const box = boxes[at]
      if (!box) continue
      const width = box.width - pad * 2 - 6
      const x = box.x + pad
      if (isBoxed) drawBox(frame, { x: box.x, y: frame.y, width: box.width, height })
      const y = put(frame, [cell.label], {
        x,
        y: frame.y + pad * 0.7,
        width,
        size: labelSize,
        bold: look.labelBold,
        colour: look.labelColour,
      })
      put(frame, cell.value, { x, y, width, size: look.size, bold: look.valueBold })
      if (isRuled) drawRule(frame, { x1: box.x, x2: box.x + box.width - 8, y: frame.y + height + 1 })
    }
    frame.y += height + (isBoxed ? 0 : look.size * 0.7)
  }
}

/** Values on a line to be written on, with the label below it. */
export function printBelow(frame: Frame, cells: Cell[]): void {
  const { look, random } = frame
  const perRow = Math.min(cells.length, frame.width < 250 ? 1 : random.whole(1, 3))
  const labelSize = look.size * random.pick([0.7, 0.8, 0.9])
  const isCentred = random.chance(0.3)
  for (const row of inRows(cells, perRow, false)) {
    const boxes = shareWidth(
      frame,
      row.length,
      row.map(() => 1),
    )
    const widths = boxes.map(({ width }) => width - 16)
    const valueHeight = Math.max(
      lineHeight(frame),
      ...row.map((cell, at) => heightOf(look, cell.value, { width: widths[at] ?? 50, size: look.size })),
    )
    const labelHeight = Math.max(
      ...row.map((cell, at) => heightOf(look, [cell.label], { width: widths[at] ?? 50, size: labelSize })),
    )
    keep(frame, valueHeight + labelHeight + look.size)
    const line = frame.y + valueHeight + 2
    for (const [at, cell] of row.entries()) {
      const x = boxes[at]?.x ?? frame.left
      const width = widths[at] ?? 50
      const own = heightOf(look, cell.value, { width, size: look.size })
      const align = isCentred ? 'centre' : 'left'
      put(frame, cell.value, { x, y: line - own - 1, width, size: look.size, align })
      drawRule(frame, { x1: x, x2: x + width, y: line })
      put(frame, [cell.label], { x, y: line + 2, width, size: labelSize, align, colour: look.labelColour })
    }
    frame.y = line + labelHeight + look.size
  }
}

/** A row of labels over a row of values. */
export function printUnderHeads(frame: Frame, cells: Cell[]): void {
  const { look, random } = frame
  const perRow = Math.min(cells.length, Math.max(2, Math.floor(frame.width / 95)))
  const isBoxed = random.chance(0.5)
  for (const row of inRows(cells, perRow, false)) {
    const boxes = shareWidth(
      frame,
      row.length,
      row.map(() => 1),
    )
    const width = (boxes[0]?.width ?? 60) - 8
    const labelSize = look.size * 0.9
    const labelHeight = Math.max(
      ...row.map(({ label }) => heightOf(look, [label], { width, size: labelSize, bold: true })),
    )
    const valueHeight = Math.max(
      lineHeight(frame),
      ...row.map(({ value }) => heightOf(look, value, { width, size: look.size })),
    )
    keep(frame, labelHeight + valueHeight + 8)
    for (const [at, cell] of row.entries()) {
      const x = boxes[at]?.x ?? frame.left
      put(frame, [cell.label], { x: x + 3, y: frame.y + 2, width, size: labelSize, bold: true })
      put(frame, cell.value, { x: x + 3, y: frame.y + labelHeight + 5, width, size: look.size })
      if (isBoxed) drawBox(frame, { x, y: frame.y, width: width + 8, height: labelHeight + 3 })
      if (isBoxed)
        drawBox(frame, { x, y: frame.y + labelHeight + 3, width: width + 8, height: valueHeight + 4 })
    }
    frame.y += labelHeight + valueHeight + 8 + look.size * 0.5
  }
}

/** Label and value in ruled cells: two columns, or four. */
export function printInTable(frame: Frame, cells: Cell[]): void {
  const { look, random } = frame
  const pairs = frame.width > 330 && random.chance(0.55) ? 2 : 1
  const labelShare = random.pick([0.3, 0.38, 0.45])
  const isRuled = random.chance(0.75)
  const isShaded = random.chance(0.3)
  const pad = random.pick([2, 3, 4])
  for (const row of inRows(cells, pairs, false)) {
    const boxes = shareWidth(
      frame,
      pairs,
      Array.from({ length: pairs }, () => 1),
    )
    const each = boxes[0]?.width ?? frame.width
    const labelWidth = each * labelShare
    const label = { width: labelWidth - pad * 2 - 2, size: look.size, bold: look.labelBold }
    const value = { width: each - labelWidth - pad * 2 - 2, size: look.size, bold: look.valueBold }
    const height =
      pad * 2 +
      Math.max(
        lineHeight(frame),
        ...row.map((cell) =>
          Math.max(heightOf(look, [cell.label], label), heightOf(look, cell.value, value)),
        ),
      )
    keep(frame, height)
    for (const [at, cell] of row.entries()) {
      const x = boxes[at]?.x ?? frame.left
      if (isShaded)
        frame.sheet.draw({ kind: 'band', x, y: frame.y, width: labelWidth, height, colour: '#eeeeee' })
      if (isRuled) drawBox(frame, { x, y: frame.y, width: labelWidth, height })
      if (isRuled) drawBox(frame, { x: x + labelWidth, y: frame.y, width: each - labelWidth, height })
      put(frame, [cell.label], { ...label, x: x + pad, y: frame.y + pad, colour: look.labelColour })
      put(frame, cell.value, { ...value, x: x + labelWidth + pad, y: frame.y + pad })
    }
    frame.y += height
  }
}

/** As many in a row as wanted; long values may have a row of their own. */
function inRows(cells: Cell[], perRow: number, isLongAlone: boolean): Cell[][] {
  const rows: Cell[][] = []
  let row: Cell[] = []
  for (const cell of cells) {
    if (isLongAlone && cell.isLong && row.length > 0) {
      rows.push(row)
      row = []
    }
    row.push(cell)
    if (row.length >= perRow || (isLongAlone && cell.isLong)) {
      rows.push(row)
      row = []
    }
  }
  return row.length > 0 ? [...rows, row] : rows
}

function shareWidth(frame: Frame, count: number, shares: number[]): Box[] {
  const all = shares.reduce((sum, share) => sum + share, 0)
  let x = frame.left
  return Array.from({ length: count }, (_, at) => {
    const width = (frame.width * (shares[at] ?? 1)) / all
    const box = { x, width }
    x += width
    return box
  })
}
