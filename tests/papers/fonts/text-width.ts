import type { FontFamily } from '../paper'
import table from './widths.json'

export type TextLook = { font: FontFamily; size: number; bold?: boolean }

const widthsByFont = new Map(
  Object.entries(table as Record<string, Record<string, string>>).map(([font, widths]) => [
    font,
    new Map(
      Object.entries(widths).flatMap(([width, characters]) =>
        [...characters].map((character) => [character, Number(width)] as const),
      ),
    ),
  ]),
)

export function widthOf(text: string, { font, size, bold }: TextLook): number {
  const widths = widthsByFont.get(bold ? `${font}-bold` : font)
  let thousandths = 0
  for (const character of text) thousandths += widths?.get(character) ?? widthOfOtherScript(character)
  return (thousandths * size) / 1000
}

/** No font at hand has these scripts: full squares for Chinese, Japanese and Korean, a usual letter for the rest. */
function widthOfOtherScript(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code >= 0x0300 && code <= 0x036f) return 0
  return code >= 0x2e80 ? 1000 : 570
}
