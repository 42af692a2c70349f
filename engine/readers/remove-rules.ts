import type { GreyPicture } from './grey-picture'

/** Darker than this counts as printed. */
const inkBelow = 140
/** A rule is at least this share of the picture's long side, and at most this many pixels thick. */
const minRuleShare = 1 / 24
const maxThicknessPx = 7

/** Steps in memory from place to place in a line and from line to line, and how long a line is. */
type Direction = { step: number; lineStep: number; length: number }

/**
 * Wipes out the ruling of tables and forms: OCR takes upright rules for letters (`|`, `l`, `1`) and loses the
 * words that stand close to them.
 */
export function removeRules(picture: GreyPicture): GreyPicture {
  const { width, height } = picture
  const pixels = Buffer.from(picture.pixels)
  const across = { step: 1, lineStep: width, length: width }
  const down = { step: width, lineStep: 1, length: height }
  for (const rule of findRulesAcross(picture)) wipe({ picture, pixels, rule, along: across, crossing: down })
  for (const rule of findRulesDown(picture)) wipe({ picture, pixels, rule, along: down, crossing: across })
  return { width, height, pixels }
}

/** A run of ink in a row or column that is as long as a rule. */
type Rule = { line: number; start: number; end: number }

function minRuleLength({ width, height }: GreyPicture): number {
  return Math.max(width, height) * minRuleShare
}

function findRulesAcross(picture: GreyPicture): Rule[] {
  const { width, height, pixels } = picture
  const minLength = minRuleLength(picture)
  const rules: Rule[] = []
  for (let y = 0; y < height; y += 1) {
    let start = 0
    for (let x = 0; x <= width; x += 1) {
      if (x < width && (pixels[y * width + x] ?? 255) < inkBelow) continue
      if (x - start >= minLength) rules.push({ line: y, start, end: x })
      start = x + 1
    }
  }
  return rules
}

/** Goes row by row, as the pixels lie in memory, with the run of each column in mind. */
function findRulesDown(picture: GreyPicture): Rule[] {
  const { width, height, pixels } = picture
  const minLength = minRuleLength(picture)
  const rules: Rule[] = []
  const starts = new Uint32Array(width)
  for (let y = 0; y <= height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (y < height && (pixels[y * width + x] ?? 255) < inkBelow) continue
      const start = starts[x] ?? 0
      if (y - start >= minLength) rules.push({ line: x, start, end: y })
      starts[x] = y + 1
    }
  }
  return rules
}

function wipe({
  picture,
  pixels,
  rule: { line, start, end },
  along,
  crossing,
}: {
  picture: GreyPicture
  pixels: Buffer
  rule: Rule
  along: Direction
  crossing: Direction
}): void {
  for (let at = start; at < end; at += 1) {
    const place = line * along.lineStep + at * along.step
    if (thicknessAt({ picture, place, line, crossing }) <= maxThicknessPx) pixels[place] = 255
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
