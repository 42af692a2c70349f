import { type Content, sayMoney } from '../content/content'
import { formatDate } from '../content/dates'
import type { Random } from '../random'
import { labelsOf } from '../words/words'
import { type Area, areaOf, type Setting, writeLines } from './area'
import {
  type Heading,
  listFacts,
  writeFacts,
  writeFactTable,
  writeHeading,
  writePlaceAndDate,
} from './facts-block'
import { footerHeight, sayBank, writeClosing, writeFooter, writeFurniture, writePageNumbers } from './footer'
import { writeBrand, writeLetterhead, writeSenderLine } from './letterhead'
import { writeListingTop } from './listing-top'
import { chooseLook } from './look'
import { writeCustomer, writeSeller, writeShipTo } from './parties-block'
import type { Phrase } from './phrase'
import { createSheet, type Sheet } from './sheet'
import { slipHeight, writePaymentSlip } from './slip'
import { writeTable } from './table'
import { writeTaxTable, writeTotals } from './totals-block'

const families = [
  ['letter', 5],
  ['window', 4],
  ['parties', 5],
  ['side by side', 4],
  ['form', 3],
  ['footer only', 1.5],
  ['listing', 1.6],
] as const

type Top = { y: number; namesFirmInFooter: boolean }

/** An invoice or one of its relatives on one sheet or several. */
export function layOutBusinessPaper({ random, content }: { random: Random; content: Content }): Sheet {
  const sheet = createSheet()
  const look = chooseLook(random, content.countryCode)
  const setting: Setting = { sheet, look, random, content }
  sheet.addPage(look.page)
  const top = writeTop(setting, random.weighted(families))
  const hasFooter = top.namesFirmInFooter || random.chance(0.5)
  const bottom = look.page.height - (hasFooter ? footerHeight + 36 : 36)
  const startPage = () => {
    sheet.addPage(look.page)
    return writeFollowingHead(setting)
  }
  let y = top.y
  if (random.chance(0.3)) y = writeGreeting(setting, areaOf(look, y))
  y = writeTable(setting, areaOf(look, y + 4), { bottom: bottom - 20, startPage })
  const needed = 60 + (content.totals?.lines.length ?? 0) * (look.size * look.gap + 4)
  if (y + needed > bottom) y = startPage()
  y = writeSums(setting, y)
  const foot = look.page.height - footerHeight - 22
  const hasSlip = content.totals !== null && y + slipHeight + 30 < bottom && random.chance(0.07)
  const free = hasSlip ? bottom - slipHeight - 10 : bottom
  if (content.totals && hasSlip) writePaymentSlip(setting, areaOf(look, free), content.totals)
  if (random.chance(0.06)) y = writeDueSentence(setting, y)
  writeClosingWhereItFits(setting, y, free)
  writeFurniture(setting)
  if (hasFooter) writeFooter(setting, areaOf(look, foot), top.namesFirmInFooter)
  if (sheet.pages.length > 1 || random.chance(0.3)) {
    writePageNumbers(
      setting,
      random.pick(content.words.sentences.page ?? ['{n}']),
      random.pick(['left', 'right', 'centre']),
    )
  }
  return sheet
}

function writeTop(setting: Setting, family: (typeof families)[number][0]): Top {
  if (family === 'letter') return writeLetterTop(setting)
  if (family === 'window') return writeWindowTop(setting, false)
  if (family === 'footer only') return writeWindowTop(setting, true)
  if (family === 'form') return writeFormTop(setting)
  if (family === 'listing')
    return { y: writeListingTop(setting) + setting.look.size, namesFirmInFooter: setting.random.chance(0.2) }
  return writePartiesTop(setting, family === 'side by side')
}

/** Letterhead, heading, customer beside the facts. */
function writeLetterTop(setting: Setting): Top {
  const { random, look } = setting
  const y = look.margin
  const align = random.pick(['left', 'left', 'right', 'centre'] as const)
  const headingBeside = align !== 'centre' && random.chance(0.45)
  const headSide = align === 'centre' ? 'all' : align
  const head = writeLetterhead(setting, areaOf(look, y, headSide), align)
  const other = align === 'left' ? 'right' : 'left'
  let heading: Heading
  let below = head + look.size
  if (headingBeside) {
    heading = writeHeading(setting, areaOf(look, y, other), other)
    below = Math.max(head, heading.bottom) + look.size
  } else {
    heading = writeHeading(setting, areaOf(look, below), random.pick(['left', 'centre', 'right']))
    below = heading.bottom
  }
  return { y: writeCustomerAndFacts(setting, below, heading), namesFirmInFooter: random.chance(0.15) }
}

function writeCustomerAndFacts(setting: Setting, y: number, heading: Heading): number {
  const { random, look, content } = setting
  const facts = listFacts(setting, heading)
  if (facts.length > 1 && random.chance(0.2)) {
    const below = writeCustomer(setting, areaOf(look, y, 'left'), { labelled: true })
    const beside = writeShipTo(setting, areaOf(look, y, 'right'))
    return writeFactTable(setting, areaOf(look, Math.max(below, beside) + look.size), facts) + look.size
  }
  const swapped = random.chance(0.25)
  const left = areaOf(look, y, swapped ? 'right' : 'left')
  const right = areaOf(look, y, swapped ? 'left' : 'right')
  let customerEnd = writeCustomer(setting, left, { labelled: random.chance(0.8) })
  if (content.shipTo) customerEnd = writeShipTo(setting, { ...left, y: customerEnd + look.size })
  return Math.max(customerEnd, writeFacts(setting, right, facts)) + look.size * 1.5
}

/** A sender line above the window, the recipient in it; the firm on a letterhead, or only in the small print. */
function writeWindowTop(setting: Setting, footerOnly: boolean): Top {
  const { random, look, content } = setting
  const hasSenderLine = !footerOnly && random.chance(0.85)
  const headAlign = random.pick(['right', 'left', 'centre'] as const)
  const hasHead = !footerOnly && (!hasSenderLine || random.chance(0.6))
  let y = look.margin
  if (hasHead)
    y = writeLetterhead(setting, areaOf(look, y, headAlign === 'centre' ? 'all' : headAlign), headAlign)
  else if (content.supplier.brand && random.chance(0.6))
    y = writeBrand(setting, areaOf(look, y, 'right'), 'right')
  const window = areaOf(look, Math.max(y + look.size, 90), 'left')
  const start = hasSenderLine ? writeSenderLine(setting, window) : window.y
  const customerEnd = writeCustomer(setting, { ...window, y: start }, { labelled: random.chance(0.12) })
  const placesDate = content.date !== null && random.chance(0.3)
  const factsBeside = random.chance(0.55)
  const noHeading: Heading = { bottom: customerEnd, saysNumber: false, saysDate: placesDate }
  const beside = factsBeside ? writeFactsWithout(setting, areaOf(look, start, 'right'), noHeading) : start
  let below = Math.max(customerEnd, beside)
  if (placesDate) below = writePlaceAndDate(setting, areaOf(look, below + look.size * 2))
  const heading = writeHeading(
    setting,
    areaOf(look, below + look.size * 2),
    random.pick(['left', 'left', 'centre']),
  )
  const known = { ...heading, saysDate: heading.saysDate || placesDate }
  const end = factsBeside
    ? heading.bottom
    : writeFactsWithout(setting, areaOf(look, heading.bottom, random.pick(['left', 'right'])), known)
  return { y: end + look.size, namesFirmInFooter: footerOnly || random.chance(0.6) }
}

/** What the heading or the line with the town says is not said again. */
function writeFactsWithout(setting: Setting, area: Area, heading: Heading): number {
  const facts = listFacts(setting, heading).filter((fact) => !(heading.saysDate && fact.key === 'date'))
  return writeFacts(setting, area, facts)
}

/** Seller and buyer as two labelled blocks, side by side or one below the other, in both orders. */
function writePartiesTop(setting: Setting, sideBySide: boolean): Top {
  const { random, look, content } = setting
  const heading = writeHeading(setting, areaOf(look, look.margin), random.pick(['left', 'centre', 'right']))
  const facts = listFacts(setting, heading)
  let y = heading.bottom
  const factsFirst = random.chance(0.6)
  if (factsFirst)
    y = writeFacts(setting, areaOf(look, y, random.pick(['left', 'right', 'all'])), facts) + look.size
  const buyerFirst = random.chance(0.35)
  const first = buyerFirst ? writeBuyer : writeSeller
  const second = buyerFirst ? writeSeller : writeBuyer
  if (sideBySide)
    y =
      Math.max(first(setting, areaOf(look, y, 'left')), second(setting, areaOf(look, y, 'right'))) + look.size
  else y = second(setting, { ...areaOf(look, 0), y: first(setting, areaOf(look, y)) + look.size }) + look.size
  if (content.shipTo) y = writeShipTo(setting, areaOf(look, y, random.pick(['left', 'right']))) + look.size
  if (!factsFirst)
    y = writeFacts(setting, areaOf(look, y, random.pick(['left', 'right', 'all'])), facts) + look.size
  return { y: y + look.size, namesFirmInFooter: random.chance(0.25) }
}

function writeBuyer(setting: Setting, area: Area): number {
  return writeCustomer(setting, area, { labelled: true })
}

/** Boxes: letterhead, a table of facts, bill-to and ship-to. */
function writeFormTop(setting: Setting): Top {
  const { look, random } = setting
  const boxed: Setting = { ...setting, look: { ...look, rules: 'boxes' } }
  const head = writeLetterhead(boxed, areaOf(look, look.margin, 'left'))
  const heading = writeHeading(boxed, areaOf(look, look.margin, 'right'), 'right')
  const facts = listFacts(boxed, heading)
  const first = facts.slice(0, 2)
  let beside = heading.bottom
  if (random.chance(0.6)) beside = writeFactTable(boxed, areaOf(look, beside, 'right'), first)
  else beside = writeFacts(boxed, areaOf(look, beside, 'right'), first)
  const y = Math.max(head, beside) + look.size * 1.5
  const below = Math.max(
    writeCustomer(boxed, areaOf(look, y, 'left'), { labelled: true }),
    writeShipTo(boxed, areaOf(look, y, 'right')),
  )
  const rest = facts.slice(2)
  const end = rest.length > 0 ? writeFactTable(boxed, areaOf(look, below + look.size), rest) : below
  const more = rest.length > 6 ? writeFacts(boxed, areaOf(look, end + look.size, 'left'), rest.slice(6)) : end
  return { y: more + look.size, namesFirmInFooter: random.chance(0.2) }
}

/** `€93.41 due 12 April 2026`: the amount and the day in one phrase, as subscriptions are billed. */
function writeDueSentence(setting: Setting, y: number): number {
  const { random, look, content } = setting
  const due = content.facts.find(({ key }) => key === 'due_date')
  if (!content.totals || !due || content.totals.amountDue !== content.totals.total) return y
  const sign = content.items.some((item) => item.amount < 0) ? -1 : 1
  const amount = sayMoney(content.totals.amountDue * sign, content, {
    fields: ['amount_due'],
    withSign: true,
  })
  const mark = random.pick([' ', ': ', ' - '])
  const phrase = [...amount, ` ${due.label}${mark}`, ...due.say()]
  return writeLines({
    ...setting,
    area: areaOf(look, y),
    lines: [phrase],
    style: { size: look.size + 2, bold: true },
  })
}

/** A small head on the second page and those after it. */
function writeFollowingHead(setting: Setting): number {
  const { random, look, content, sheet } = setting
  const y = look.margin
  if (!random.chance(0.75)) return y + look.size
  const number = content.number
  if (number) {
    const label = random.pick(
      labelsOf(content.words, content.kind === 'invoice' ? 'invoice_number' : 'reference'),
    )
    sheet.write([`${label} `, ...number.say()], { x: look.margin, y, size: look.size, font: look.font })
  }
  if (content.date && random.chance(0.4)) {
    sheet.write(content.date.say(), {
      x: look.page.width - look.margin,
      y,
      size: look.size,
      font: look.font,
      align: 'right',
    })
  }
  return y + look.size * 3
}

function writeGreeting(setting: Setting, area: Area): number {
  const { random, content, look } = setting
  const greeting = random.some(content.words.sentences.greeting ?? [], random.whole(1, 2))
  const lines = greeting.map((text): Phrase => [text])
  const month = random.pick(content.words.sentences.services_of ?? [''])
  if (random.chance(0.15)) lines.push([formatDate(content.day - random.whole(0, 31), month, content.words)])
  const told = content.facts.filter(({ key }) => key === 'purchase_order' || key === 'order_date')
  if (told.length > 0 && random.chance(0.25)) {
    lines.push(
      told.flatMap((fact, index): Phrase => [index === 0 ? '' : ', ', `${fact.label} `, ...fact.say()]),
    )
  }
  if (random.chance(0.3))
    lines.push([random.pick(content.words.sentences.letter ?? ['']).replace(/\{date\}/g, '1.1.2027')])
  return writeLines({ ...setting, area, lines }) + look.size
}

function writeSums(setting: Setting, y: number): number {
  const { random, look, content } = setting
  const { totals } = content
  if (!totals) return y
  const end = writeTotals(setting, areaOf(look, y), totals)
  const showsTable = totals.taxRows.length > 1 ? 0.6 : 0.15
  return random.chance(showsTable)
    ? writeTaxTable(setting, areaOf(look, end + look.size, 'left'), totals) + look.size
    : end + look.size
}

function writeClosingWhereItFits(setting: Setting, y: number, bottom: number): void {
  const { random, look, content } = setting
  let next = y + look.size
  if (random.chance(0.35) && next + look.size * 8 < bottom) {
    const label = random.pick(labelsOf(content.words, 'remit_to'))
    const lines = [...(random.chance(0.4) ? [[label]] : []), ...sayBank(setting, content.supplier)]
    next = writeLines({ ...setting, area: areaOf(look, next, 'left'), lines }) + look.size
  }
  if (next + look.size * 11 < bottom) writeClosing(setting, areaOf(look, next))
}
