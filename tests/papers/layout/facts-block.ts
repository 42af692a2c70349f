import { type Fact, sayMoney } from '../content/content'
import { widthOf } from '../fonts/text-width'
import type { Random } from '../random'
import { labelsOf } from '../words/words'
import { type Area, type Setting, writeLines } from './area'
import { type Look, sayLabel } from './look'
import { fill, inCapitals, type Phrase, textOf } from './phrase'

/** Which facts still have to be said below the heading. */
export type Heading = { bottom: number; saysNumber: boolean; saysDate: boolean }

export function writeHeading(setting: Setting, area: Area, align: 'left' | 'right' | 'centre'): Heading {
  const { random, look, content } = setting
  const { number, date } = content
  const form =
    number && random.chance(0.42)
      ? random.pick(content.words.sentences.heading ?? ['{heading}'])
      : '{heading}'
  const saysDate = form.includes('{date}') && date !== null
  const shown = saysDate ? form : form.replace(/[^}]*\{date\}.*$/, '')
  const phrase = fill(shown, {
    heading: content.heading,
    number: number?.say() ?? '',
    date: saysDate && date ? date.say() : '',
  })
  const isLong = textOf(phrase).length > 34
  const size = look.size + (isLong ? random.whole(0, 5) : random.whole(2, 14))
  const bottom = writeLines({
    ...setting,
    look: { ...look, font: look.headFont },
    area,
    lines: [random.chance(0.06) && isCased(phrase) ? inCapitals(phrase) : phrase],
    style: { size, bold: random.chance(0.8), align, colour: look.accent },
  })
  return { bottom: bottom + look.size * 0.6, saysNumber: shown.includes('{number}'), saysDate }
}

function isCased(phrase: Phrase): boolean {
  return phrase.every((piece) => typeof piece === 'string' || !/[a-zß]/.test(piece.text))
}

/** The facts that a paper states in its block: number and date first on most. */
export function listFacts(setting: Setting, heading: Heading): Fact[] {
  const { random, content } = setting
  const first = [
    heading.saysNumber && random.chance(0.8) ? null : content.number,
    heading.saysDate && random.chance(0.8) ? null : content.date,
  ].filter((fact) => fact !== null)
  const [number, date] = first
  const joined = number && date && random.chance(0.06) ? [joinFacts(number, date, random)] : first
  const all = [...(random.chance(0.2) ? joined.reverse() : joined), ...content.facts]
  if (random.chance(0.14) && content.totals) all.push(makeDueFact(setting))
  return random.chance(0.25) ? random.shuffled(all) : all
}

/** `Invoice no. / Date: 4711 / 12.03.2026`. */
function joinFacts(number: Fact, date: Fact, random: Random): Fact {
  const mark = random.pick([' / ', ' - ', ' | ', ', '])
  return {
    key: 'number',
    label: [number.label, date.label].filter((label) => label !== '').join(random.pick(['/', ' / '])),
    say: () => [...number.say(), mark, ...date.say()],
  }
}

function makeDueFact({ random, content }: Setting): Fact {
  const due = content.totals?.amountDue ?? 0
  const sign =
    content.totals && content.totals.total !== 0 && content.items.some((item) => item.amount < 0) ? -1 : 1
  return {
    key: 'amount_due',
    label: random.pick(labelsOf(content.words, 'amount_due')),
    say: () => sayMoney(due * sign || 0, content, { fields: ['amount_due'], withSign: true }),
  }
}

export function writeFacts(setting: Setting, area: Area, facts: Fact[]): number {
  if (facts.length === 0) return area.y
  const manner = setting.random.weighted(factManners)
  if (manner === 'one run') return writeAsRuns(setting, area, facts)
  if (manner === 'stacked') return writeStacked(setting, area, facts)
  return writeInColumns(setting, area, facts, manner)
}

const factManners = [
  ['left', 5],
  ['right', 3],
  ['to the colon', 1.5],
  ['one run', 3],
  ['stacked', 1.2],
] as const

/** `Date: 12/03/26` as one phrase. */
function writeAsRuns(setting: Setting, area: Area, facts: Fact[]): number {
  const { look, random } = setting
  const align = random.chance(0.3) ? 'right' : 'left'
  const lines = facts.map((fact): Phrase => [`${sayLabel(fact.label, look)} `, ...fact.say()])
  return writeLines({ ...setting, area, lines, style: { align } })
}

/** The label in one line, its value in the next. */
function writeStacked(setting: Setting, area: Area, facts: Fact[]): number {
  const { look, sheet } = setting
  const columns = area.width > 300 ? 3 : 2
  const width = area.width / columns
  const height = look.size * 3.3
  facts.forEach((fact, index) => {
    const cell = {
      x: area.x + (index % columns) * width,
      y: area.y + Math.floor(index / columns) * height,
      width: width - 6,
    }
    if (look.rules === 'boxes') {
      sheet.draw({
        kind: 'box',
        x: cell.x - 3,
        y: cell.y - 3,
        width,
        height,
        thickness: 0.5,
        colour: '#666666',
      })
    }
    const next = writeOneLine(setting, cell, [sayLabel(fact.label, look)], {
      size: look.size - 1,
      bold: look.boldLabels,
    })
    writeOneLine(setting, { ...cell, y: next }, fact.say(), { size: look.size })
  })
  return area.y + Math.ceil(facts.length / columns) * height
}

/** Set smaller until it fits. */
export function writeOneLine(
  { sheet, look }: Setting,
  area: Area,
  phrase: Phrase,
  how: { size: number; bold?: boolean; align?: 'left' | 'right' | 'centre'; colour?: string },
): number {
  const bold = how.bold === true
  const wide = widthOf(textOf(phrase), { font: look.font, size: how.size, bold })
  const size = wide > area.width ? Math.max(3.5, (how.size * area.width) / wide - 0.05) : how.size
  const edge =
    how.align === 'right' ? area.x + area.width : how.align === 'centre' ? area.x + area.width / 2 : area.x
  sheet.write(phrase, { ...how, x: edge, y: area.y, size: Math.floor(size * 10) / 10, font: look.font, bold })
  return area.y + how.size * 1.35
}

function writeInColumns(
  setting: Setting,
  area: Area,
  facts: Fact[],
  manner: 'left' | 'right' | 'to the colon',
): number {
  const { look } = setting
  const labels = facts.map((fact) => sayLabel(fact.label, look))
  const widest = Math.max(
    ...labels.map((label) => widthOf(label, { font: look.font, size: look.size, bold: true })),
  )
  const labelWidth = Math.min(widest, area.width * 0.55)
  const gap = look.size * 1.2
  let y = area.y
  facts.forEach((fact, index) => {
    const label = { x: area.x, y, width: labelWidth }
    const value = { x: area.x + labelWidth + gap, y, width: area.width - labelWidth - gap }
    const labelAlign = manner === 'to the colon' ? 'right' : 'left'
    writeOneLine(setting, label, [labels[index] ?? ''], {
      size: look.size,
      bold: look.boldLabels,
      align: labelAlign,
    })
    writeOneLine(setting, value, fact.say(), {
      size: look.size,
      align: manner === 'right' ? 'right' : 'left',
    })
    y += look.size * look.gap
  })
  return y
}

/** All facts side by side in a table: one row of labels, one row of values. */
export function writeFactTable(setting: Setting, area: Area, facts: Fact[]): number {
  const { look, sheet } = setting
  const shown = facts.slice(0, 6)
  const width = area.width / Math.max(shown.length, 1)
  const height = look.size * 1.7
  shown.forEach((fact, index) => {
    const cell = { x: area.x + index * width + 3, y: area.y + 3, width: width - 8 }
    if (look.rules !== 'none') {
      sheet.draw({ kind: 'box', x: cell.x - 3, y: area.y, width, height, thickness: 0.5, colour: '#555555' })
      sheet.draw({
        kind: 'box',
        x: cell.x - 3,
        y: area.y + height,
        width,
        height,
        thickness: 0.5,
        colour: '#555555',
      })
    }
    writeOneLine(setting, cell, [sayLabel(fact.label, { ...look, colon: '' } satisfies Look)], {
      size: look.size - 0.5,
      bold: look.boldLabels,
    })
    writeOneLine(setting, { ...cell, y: cell.y + height }, fact.say(), { size: look.size })
  })
  return area.y + 2 * height + 6
}

/** The date with the town, as letters have it. */
export function writePlaceAndDate(setting: Setting, area: Area): number {
  const { random, content } = setting
  if (!content.date) return area.y
  const form = random.pick(content.words.sentences.place_date ?? ['{date}'])
  const phrase = fill(form, { town: content.supplier.town, date: content.date.say() })
  return writeLines({
    ...setting,
    area,
    lines: [phrase],
    style: { align: random.chance(0.6) ? 'right' : 'left' },
  })
}
