/** Writes widths.json anew from the font files: `npx tsx tests/papers/fonts/make-widths.ts`. */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { FontFamily } from '../paper'
import { readFontFile, subsets } from './font-files'

type OpenFont = {
  unitsPerEm: number
  characterSet: number[]
  glyphForCodePoint: (code: number) => { advanceWidth: number }
}
const require = createRequire(import.meta.url)
const fontkit: { create: (bytes: Buffer) => OpenFont } = require('fontkit')

const families: FontFamily[] = ['sans', 'serif', 'condensed', 'mono']
const table = Object.fromEntries(
  families.flatMap((family) =>
    [false, true].map((bold) => [`${family}${bold ? '-bold' : ''}`, widthsOf({ family, bold })]),
  ),
)
writeFileSync(new URL('widths.json', import.meta.url), `${JSON.stringify(table)}\n`)

/** Width in thousandths of the size → all characters that wide. */
function widthsOf(font: { family: FontFamily; bold: boolean }): Record<string, string> {
  const widths: Record<string, string> = {}
  const seen = new Set<number>()
  for (const subset of subsets) {
    const bytes = readFontFile({ ...font, subset })
    if (!bytes) continue
    const open = fontkit.create(bytes)
    for (const code of open.characterSet) {
      if (code < 32 || code > 0x2fff || seen.has(code)) continue
      seen.add(code)
      const width = Math.round((open.glyphForCodePoint(code).advanceWidth / open.unitsPerEm) * 1000)
      widths[width] = (widths[width] ?? '') + String.fromCodePoint(code)
    }
  }
  return widths
}
