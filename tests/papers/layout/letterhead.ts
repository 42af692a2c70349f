import { sayAddress, sayTaxId } from '../content/parties'
import { widthOf } from '../fonts/text-width'
import type { Random } from '../random'
import { labelsOf } from '../words/words'
import { type Area, edgeOf, type LineStyle, type Setting, writeLines } from './area'
import { sayLabel } from './look'
import { inCapitals, marked, type Phrase } from './phrase'

/** Logo, name, address and what firms print below it. */
export function writeLetterhead(setting: Setting, area: Area, align: LineStyle['align'] = 'left'): number {
  const { random, look, content } = setting
  const { supplier } = content
  let y = area.y
  if (supplier.brand) y = writeBrand(setting, { ...area, y }, align)
  if (random.chance(0.04))
    y = writeLines({ ...setting, area: { ...area, y }, lines: [[supplier.person]], style: { align } })
  const name = sayName(setting)
  const nameSize = supplier.brand ? look.size + random.pick([0, 1, 2]) : look.size + random.whole(1, 9)
  y = writeLines({
    ...setting,
    look: { ...look, font: look.headFont },
    area: { ...area, y },
    lines: random.chance(0.12) ? breakInTwo(name, random) : [name],
    style: { size: nameSize, bold: random.chance(0.7), align, colour: look.accent },
  })
  if (random.chance(0.15)) {
    const slogan = random.pick(content.words.sentences.slogan ?? [''])
    y = writeLines({
      ...setting,
      area: { ...area, y },
      lines: [[slogan]],
      style: { size: look.size - 1, align },
    })
  }
  return writeLines({ ...setting, area: { ...area, y: y + 1 }, lines: sayDetails(setting), style: { align } })
}

export function writeBrand(setting: Setting, area: Area, align: LineStyle['align']): number {
  const { sheet, look, random, content } = setting
  const brand = content.supplier.brand ?? ''
  const wide = widthOf(brand, { font: 'sans', size: 1, bold: true })
  const size = Math.min(random.whole(16, 30), Math.floor(area.width / wide))
  sheet.write([brand], {
    x: edgeOf(area, align),
    y: area.y,
    size,
    font: random.pick(['sans', 'serif', 'condensed']),
    bold: true,
    align: align ?? 'left',
    colour: look.accent,
  })
  return area.y + size * 1.35
}

/** The legal name as the field it is, in capitals on some papers. */
function sayName({ random, content }: Setting): Phrase {
  const { name, registration } = content.supplier
  const behind =
    registration !== null && random.chance(0.05) ? [` (${registration.replace(/[()]/g, '')})`] : []
  const phrase: Phrase = [marked(name, 'supplier'), ...behind]
  return random.chance(0.2) ? inCapitals(phrase) : phrase
}

/** Longer names stand in two lines on some papers; both are parts of one printing. */
export function breakInTwo(name: Phrase, random: Random): Phrase[] {
  const [piece] = name
  if (piece === undefined || typeof piece === 'string') return [name]
  const words = piece.text.split(' ')
  if (words.length < 3 || name.length > 1) return [name]
  const at = random.whole(1, words.length - 1)
  const part = (text: string): Phrase => [{ text, marks: piece.marks }]
  return [part(words.slice(0, at).join(' ')), part(words.slice(at).join(' '))]
}

/** Register number, address, ways to reach the firm and its tax number, in one of many orders. */
export function sayDetails(setting: Setting): Phrase[] {
  const { random, look, content } = setting
  const { supplier } = content
  const lines: Phrase[] = []
  if (supplier.registration && random.chance(0.6)) lines.push([supplier.registration])
  if (random.chance(0.12)) lines.push([supplier.person])
  const address = sayAddress(supplier, true)
  if (random.chance(0.25))
    lines.push(address.flatMap((line, index) => (index === 0 ? line : [', ', ...line])))
  else lines.push(...address)
  if (random.chance(0.25)) lines.push([supplier.countryName])
  const ways = sayWaysToReach(setting)
  if (random.chance(0.3) && ways.length > 1)
    lines.push([ways.slice(0, 2).join(random.pick(['  ', ' · ', ' / ', ' | ']))])
  else lines.push(...ways.map((way) => [way]))
  const tax = random.chance(0.7) ? sayTaxId(supplier, look.colon, true) : null
  if (tax) lines.push(tax)
  return lines
}

function sayWaysToReach({ random, look, content }: Setting): string[] {
  const { supplier, words } = content
  const ways: [number, string, string][] = [
    [0.7, 'phone', supplier.phone],
    [0.3, 'fax', supplier.otherPhone],
    [0.12, 'mobile', supplier.otherPhone],
    [0.45, 'email', supplier.email],
    [0.3, 'web', supplier.web],
  ]
  const bare = random.chance(0.3)
  return ways
    .filter(([share]) => random.chance(share))
    .map(([, key, text]) => (bare ? text : `${sayLabel(random.pick(labelsOf(words, key)), look)} ${text}`))
}

/** Small print above an address window: firm, street and town in one line. */
export function writeSenderLine(setting: Setting, area: Area): number {
  const { random, look, content, sheet } = setting
  const mark = random.pick([' · ', ' - ', ', ', ' | ', ' • ', ' * '])
  const line: Phrase = [
    marked(content.supplier.name, 'supplier'),
    ...sayAddress(content.supplier, true).flatMap((part) => [mark, ...part]),
  ]
  const size = Math.max(6, look.size - 2.5)
  const { bottom } = sheet.writeWithin(line, { ...area, size, font: look.font })
  if (random.chance(0.5)) {
    sheet.draw({
      kind: 'rule',
      x1: area.x,
      y1: bottom + 1,
      x2: area.x + area.width,
      y2: bottom + 1,
      thickness: 0.4,
      colour: '#555555',
    })
  }
  return bottom + 6
}
