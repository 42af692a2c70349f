import { widthOf } from '../../fonts/text-width'
import { type Phrase, textOf, wrap } from '../../layout/phrase'
import type { Sheet } from '../../layout/sheet'
import type { FontFamily } from '../../paper'
import type { Random } from '../../random'

/** How the form looks throughout. */
export type Look = {
  font: FontFamily
  size: number
  /** Labels: their size beside that of values, weight, colour. */
  labelShare: number
  labelBold: boolean
  valueBold: boolean
  labelColour: string | undefined
  capitals: boolean
  colon: string
  /** Before a label, as `{n}a. `. */
  numbering: string
  /** Behind a label, as of what must be filled in. */
  mark: '' | ' *' | '*'
  /** Line height beside the size of letters. */
  spacing: number
  accent: string
  rule: number
  ruleColour: string
}

/** A column of the page that is filled from above. */
export type Frame = {
  sheet: Sheet
  look: Look
  random: Random
  left: number
  width: number
  y: number
  bottom: number
  /** Begins a page and moves to its top. */
  turn: () => void
}

export type Print = {
  x: number
  y: number
  width: number
  size: number
  bold?: boolean | undefined
  colour?: string | undefined
  align?: 'left' | 'right' | 'centre'
}

/** Writes lines within a width, broken where they must and shrunk where even words are too wide; gives the bottom. */
export function put(frame: Frame, lines: Phrase[], print: Print): number {
  const { sheet, look } = frame
  const gap = print.size * look.spacing
  let { y } = print
  for (const line of broken(look, lines, print)) {
    const size = fittingSize({ look, line, print })
    const shift = print.align === 'right' ? print.width : print.align === 'centre' ? print.width / 2 : 0
    sheet.write(line, {
      x: print.x + shift,
      y,
      size,
      font: look.font,
      bold: print.bold === true,
      align: print.align ?? 'left',
      ...(print.colour !== undefined && { colour: print.colour }),
    })
    y += gap
  }
  return y
}

export function heightOf(look: Look, lines: Phrase[], print: Pick<Print, 'width' | 'size' | 'bold'>): number {
  return broken(look, lines, print).length * print.size * look.spacing
}

function broken(
  look: Look,
  lines: Phrase[],
  { width, size, bold }: Pick<Print, 'width' | 'size' | 'bold'>,
): Phrase[] {
  return lines.flatMap((line) => wrap(line, { width, font: look.font, size, bold: bold === true }))
}

function fittingSize({ look, line, print }: { look: Look; line: Phrase; print: Print }): number {
  const wide = widthOf(textOf(line), { font: look.font, size: print.size, bold: print.bold === true })
  return wide <= print.width ? print.size : Math.floor((print.size * print.width * 100) / wide) / 100
}

export function lineHeight({ look }: Frame): number {
  return look.size * look.spacing
}

/** Turns the page when so much height is not left. */
export function keep(frame: Frame, height: number): void {
  if (frame.y + height > frame.bottom) frame.turn()
}

export function drawRule(frame: Frame, at: { x1: number; x2: number; y: number; thickness?: number }): void {
  const { look, sheet } = frame
  sheet.draw({
    kind: 'rule',
    x1: at.x1,
    x2: at.x2,
    y1: at.y,
    y2: at.y,
    thickness: at.thickness ?? look.rule,
    colour: look.ruleColour,
  })
}

export function drawBox(frame: Frame, box: { x: number; y: number; width: number; height: number }): void {
  const { look, sheet } = frame
  sheet.draw({ kind: 'box', ...box, thickness: look.rule, colour: look.ruleColour })
}
