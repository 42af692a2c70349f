import { makeAttentionLine } from '../content/names'
import { type Party, sayAddress, sayTaxId } from '../content/parties'
import { labelsOf } from '../words/words'
import { type Area, type Setting, writeLines } from './area'
import { sayDetails } from './letterhead'
import { sayLabel } from './look'
import { marked, type Phrase } from './phrase'

/** Whom the paper is for, with a label above or, as in a letter's window, without one. */
export function writeCustomer(setting: Setting, area: Area, how: { labelled: boolean }): number {
  const { random, look, content } = setting
  const inline = how.labelled && random.chance(0.15)
  const y = how.labelled && !inline ? writeBlockLabel(setting, area, 'buyer') : area.y
  const lines = sayParty(setting, content.customer, 'customer')
  if (inline)
    lines[0] = [`${sayLabel(random.pick(labelsOf(content.words, 'buyer')), look)} `, ...(lines[0] ?? [])]
  else if (random.chance(0.06)) lines.unshift([content.customer.person])
  const { language, country } = content
  const attention = random.chance(0.12) ? makeAttentionLine({ random, language, country }) : null
  if (attention) lines.splice(random.chance(0.4) ? 0 : 1, 0, [attention])
  if (random.chance(0.12))
    lines.splice(1, 0, [`${random.pick(labelsOf(content.words, 'contact'))} ${content.customer.person}`])
  const tax = random.chance(0.25) ? sayTaxId(content.customer, look.colon, false) : null
  return writeLines({ ...setting, area: { ...area, y }, lines: tax ? [...lines, tax] : lines })
}

export function writeShipTo(setting: Setting, area: Area): number {
  const { shipTo } = setting.content
  if (!shipTo) return area.y
  const y = writeBlockLabel(setting, area, 'ship_to')
  return writeLines({ ...setting, area: { ...area, y }, lines: sayParty(setting, shipTo, 'ship_to') })
}

/** The seller as a labelled block; some have a number of their own that is not the paper's. */
export function writeSeller(setting: Setting, area: Area): number {
  const { random, look, content } = setting
  const y = random.chance(0.85) ? writeBlockLabel(setting, area, 'seller') : area.y
  const lines: Phrase[] = [[marked(content.supplier.name, 'supplier')], ...sayDetails(setting)]
  if (random.chance(0.1)) {
    const label = random.pick(labelsOf(content.words, 'customer_number'))
    lines.splice(random.whole(0, 1), 0, [`${sayLabel(label, look)} ${random.form('######')}`])
  }
  return writeLines({ ...setting, area: { ...area, y }, lines })
}

function writeBlockLabel(setting: Setting, area: Area, key: string): number {
  const { random, look, content, sheet } = setting
  const label = sayLabel(random.pick(labelsOf(content.words, key)), look)
  if (look.rules === 'bands' && random.chance(0.6)) {
    sheet.draw({
      kind: 'band',
      x: area.x - 3,
      y: area.y - 2,
      width: area.width,
      height: look.size * 1.5,
      colour: '#e6e6e6',
    })
  }
  const bottom = writeLines({
    ...setting,
    area,
    lines: [[label]],
    style: { bold: random.chance(0.6), colour: look.accent },
  })
  return bottom + 2
}

function sayParty({ random }: Setting, party: Party, field: string): Phrase[] {
  const lines: Phrase[] = [[marked(party.name, field)], ...sayAddress(party, false)]
  if (random.chance(0.2)) lines.push([party.countryName])
  if (random.chance(0.12)) lines.push([party.email])
  if (random.chance(0.1)) lines.push([party.phone])
  return lines
}
