import type { Fact } from '../content/content'
import { type Party, sayAddress } from '../content/parties'
import { labelsOf } from '../words/words'
import { areaOf, type Setting } from './area'
import { listFacts, writeHeading, writeOneLine } from './facts-block'
import { sayLabel } from './look'
import { marked, type Phrase } from './phrase'

type Line = { label: string; value: Phrase }

/** As e-invoices are shown to people: headed lists of labels at the left and values at one column. */
export function writeListingTop(setting: Setting): number {
  const { random, look, content } = setting
  const heading = writeHeading(setting, areaOf(look, look.margin), 'left')
  const column = random.pick([0.25, 0.35, 0.42])
  const facts = listFacts(setting, heading)
  const seller = listParty(setting, content.supplier, 'supplier')
  const buyer = listParty(setting, content.customer, 'customer')
  const parties: [string, Line[]][] = [
    ['seller', seller],
    ['buyer', buyer],
  ]
  if (content.shipTo) parties.push(['ship_to', listParty(setting, content.shipTo, 'ship_to')])
  const ordered = random.chance(0.2) ? parties.reverse() : parties
  let y = writeList(setting, { y: heading.bottom, column, lines: facts.map(toLine) })
  for (const [key, lines] of ordered) {
    const title = sayLabel(random.pick(labelsOf(content.words, key)), look)
    y = writeOneLine(setting, areaOf(look, y + look.size), [title], { size: look.size + 1, bold: true })
    y = writeList(setting, { y, column, lines })
  }
  return y
}

function toLine(fact: Fact): Line {
  return { label: fact.label, value: fact.say() }
}

function listParty({ random, content }: Setting, party: Party, field: string): Line[] {
  const isSupplier = field === 'supplier'
  const label = (key: string) => random.pick(labelsOf(content.words, key))
  const [street = [], ...more] = sayAddress(party, isSupplier)
  const lines: Line[] = []
  if (random.chance(0.5)) lines.push({ label: label('customer_number'), value: [random.form('######')] })
  lines.push({ label: label('name'), value: [marked(party.name, field)] })
  if (random.chance(0.4)) lines.push({ label: label('contact'), value: [party.person] })
  lines.push({ label: label('address'), value: street }, ...more.map((value) => ({ label: '', value })))
  if (random.chance(0.5)) lines.push({ label: label('phone'), value: [party.phone] })
  if (random.chance(0.5)) lines.push({ label: label('email'), value: [party.email] })
  if (party.taxId) {
    const { id } = party.taxId
    lines.push({ label: party.taxId.label, value: [isSupplier ? marked(id, 'supplier_tax_id') : id] })
  }
  return lines
}

function writeList(setting: Setting, given: { y: number; column: number; lines: Line[] }): number {
  const { look } = setting
  const all = areaOf(look, given.y)
  const x = all.x + all.width * given.column
  let y = given.y
  for (const { label, value } of given.lines) {
    const left = { x: all.x, y, width: all.width * given.column - 6 }
    writeOneLine(setting, left, [label === '' ? '' : sayLabel(label, look)], { size: look.size })
    writeOneLine(setting, { x, y, width: all.x + all.width - x }, value, { size: look.size })
    y += look.size * look.gap
  }
  return y
}
