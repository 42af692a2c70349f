import type { GreyPicture } from './grey-picture'

/** Darker than this counts as printed. */
const inkBelow = 140
/** A rule is at least this share of the picture's long side, and at most this many pixels thick. */
const minRuleShare = 1 / 24
const maxThicknessPx = 7

type Direction = { step: number; lines: number; length: number; lineStep: number }

/**
 * Wipes out the ruling of tables and forms: OCR takes upright rules for letters (`|`, `l`, `1`) and loses the
 * words that stand close to them.
 */
export function removeRules(picture: GreyPicture): GreyPicture {
  const { width, height } = picture
  const pixels = Buffer.from(picture.pixels)
  const across = { step: 1, length: width, lines: height, lineStep: width }
  const down = { step: width, length: height, lines: width, lineStep: 1 }
  for (const [along, crossing] of [
    [across, down],
    [down, across],
  ] as const) {
    wipe({ picture, pixels, along, crossing })
  }
  return { width, height, pixels }
}

function wipe({
  picture,
  pixels,
  along,
  crossing,
}: {
  picture: GreyPicture
  pixels: Buffer
  along: Direction
  crossing: Direction
}): void {
  const minLength = Math.max(picture.width, picture.height) * minRuleShare
  for (let line = 0; line < along.lines; line += 1) {
    let start = 0
    for (let at = 0; at <= along.length; at += 1) {
      const isInk = at < along.length && isDark(picture, line * along.lineStep + at * along.step)
      if (isInk) continue
      if (at - start >= minLength) {
        for (let inside = start; inside < at; inside += 1) {
          const place = line * along.lineStep + inside * along.step
          if (thicknessAt({ picture, place, line, crossing }) <= maxThicknessPx) pixels[place] = 255
        }
      }
      start = at + 1
    }
  }
}

function isDark(picture: GreyPicture, place: number): boolean {
  return (picture.pixels[place] ?? 255) < inkBelow
}

/** Ink across the rule at one place: where a letter crosses it, it is thicker and stays. */
function thicknessAt({
  picture,
  place,
  line,
  crossing,
}: {
  picture: GreyPicture
  place: number
  line: number
  crossing: Direction
}): number {
  let thickness = 1
  for (const sign of [-1, 1]) {
    for (let offset = 1; offset <= maxThicknessPx; offset += 1) {
      const at = line + sign * offset
      if (at < 0 || at >= crossing.length || !isDark(picture, place + sign * offset * crossing.step)) break
      thickness += 1
    }
  }
  return thickness
}
