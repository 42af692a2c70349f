import type { Content } from '../content/content'
import type { Random } from '../random'
import type { Look } from './look'
import type { Phrase } from './phrase'
import type { Sheet } from './sheet'

/** Where a block is to stand; every block returns the height at which it ends. */
export type Area = { x: number; y: number; width: number }

export type Setting = { sheet: Sheet; look: Look; random: Random; content: Content }

export type LineStyle = {
  size?: number
  bold?: boolean
  align?: 'left' | 'right' | 'centre'
  colour?: string
}

/** Lines one below the other, broken where they are too wide. */
export function writeLines(given: Setting & { area: Area; lines: Phrase[]; style?: LineStyle }): number {
  const { sheet, look, area, style = {} } = given
  const size = style.size ?? look.size
  let y = area.y
  for (const line of given.lines) {
    y = sheet.writeWithin(line, {
      x: edgeOf(area, style.align),
      y,
      size,
      font: look.font,
      bold: style.bold === true,
      align: style.align ?? 'left',
      width: area.width,
      gap: Math.min(look.gap, 1.4),
      ...(style.colour !== undefined && { colour: style.colour }),
    }).bottom
  }
  return y
}

export function edgeOf(area: Area, align: LineStyle['align'] = 'left'): number {
  if (align === 'right') return area.x + area.width
  return align === 'centre' ? area.x + area.width / 2 : area.x
}

/** The page from margin to margin, or one side of it. */
export function areaOf(look: Look, y: number, side: 'all' | 'left' | 'right' = 'all'): Area {
  const width = look.page.width - 2 * look.margin
  const half = width * 0.47
  if (side === 'all') return { x: look.margin, y, width }
  return { x: side === 'left' ? look.margin : look.margin + width - half, y, width: half }
}
