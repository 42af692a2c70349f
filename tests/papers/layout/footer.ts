import { formatDate } from '../content/dates'
import { formatAmount, roundTo } from '../content/money'
import { makeParty, type Party, sayAddress, sayTaxId } from '../content/parties'
import { labelsOf } from '../words/words'
import { type Area, type Setting, writeLines } from './area'
import { writeOneLine } from './facts-block'
import { sayLabel } from './look'
import { fill, marked, type Phrase } from './phrase'

/** Terms, early payment, thanks: text with dates and amounts that are none of the paper's own. */
export function writeClosing(setting: Setting, area: Area): number {
  const { random, content, look } = setting
  const { sentences } = content.words
  const lines: Phrase[] = []
  const { totals } = content
  if (totals && random.chance(0.16)) {
    const amount = formatAmount(
      roundTo(totals.total * random.pick([0.97, 0.98]), content.money.decimals),
      content.money,
    )
    const date = formatDate(content.day + random.pick([8, 10, 14]), content.dateForm, content.words)
    lines.push(fill(random.pick(sentences.early ?? []), { amount, date }))
  }
  const due = content.facts.find(({ key }) => key === 'due_date')
  if (due && random.chance(0.15)) lines.push([`${due.label} `, ...due.say(), random.pick(['', '.'])])
  if (random.chance(0.07)) {
    const { name: firm } = makeParty({ random, words: content.words, country: content.country })
    lines.push(fill(random.pick(sentences.other_firm ?? ['{firm}']), { firm }))
  }
  for (const term of random.some(sentences.terms ?? [], random.whole(0, 3))) lines.push([term])
  if (totals?.taxRows.every((row) => row.tax === 0))
    lines.push([random.pick(sentences.reverse_charge ?? [''])])
  if (random.chance(0.4)) lines.push([random.pick(sentences.thanks ?? [''])])
  return writeLines({
    ...setting,
    area,
    lines: random.shuffled(lines),
    style: { size: look.size - random.pick([0, 0, 1]) },
  })
}

export function sayBank({ random, look, content }: Setting, party: Party): Phrase[] {
  const label = (key: string) => sayLabel(random.pick(labelsOf(content.words, key)), look)
  const lines: Phrase[] = []
  if (random.chance(0.7))
    lines.push([random.chance(0.5) ? `${label('bank')} ${party.bankName}` : party.bankName])
  if (random.chance(0.25)) lines.push([`${label('account_name')} `, marked(party.name, 'supplier')])
  if (party.iban === '') lines.push([`${label('account')} ${party.account}`])
  else lines.push([`${label('iban')} `, marked(party.iban, 'iban')])
  if (random.chance(0.7)) lines.push([`${label('bic')} ${party.bic}`])
  return lines
}

/** Small print at the foot in one to four columns; on some papers the only place that names the firm. */
export function writeFooter(setting: Setting, area: Area, namesFirm: boolean): void {
  const { random, look, content, sheet } = setting
  const { supplier } = content
  const firm: Phrase[] = namesFirm ? [[marked(supplier.name, 'supplier')], ...sayAddress(supplier, true)] : []
  const tax = sayTaxId(supplier, look.colon, true)
  const columns: Phrase[][] = [
    firm,
    [
      ...(supplier.registration ? [[supplier.registration]] : []),
      ...(tax && random.chance(0.75) ? [tax] : []),
      ...(random.chance(0.3) ? [[supplier.person]] : []),
    ],
    random.chance(0.7) ? sayBank(setting, supplier) : [],
    random.chance(0.5)
      ? [
          [`${sayLabel(random.pick(labelsOf(content.words, 'phone')), look)} ${supplier.phone}`],
          [supplier.email],
          [supplier.web],
        ]
      : [],
  ].filter((column) => column.length > 0)
  const size = Math.max(6, look.size - 2)
  if (random.chance(0.6)) {
    sheet.draw({
      kind: 'rule',
      x1: area.x,
      y1: area.y - 4,
      x2: area.x + area.width,
      y2: area.y - 4,
      thickness: 0.4,
      colour: '#777777',
    })
  }
  const width = area.width / Math.max(columns.length, 1)
  columns.forEach((lines, column) => {
    lines.forEach((line, index) => {
      writeOneLine(
        setting,
        { x: area.x + column * width, y: area.y + index * size * 1.25, width: width - 10 },
        line,
        { size },
      )
    })
  })
}

export const footerHeight = 46

export function writePageNumbers(setting: Setting, form: string, where: 'left' | 'right' | 'centre'): void {
  const { sheet, look } = setting
  const count = sheet.pages.length
  sheet.pages.forEach((page, index) => {
    const phrase = fill(form, { n: String(index + 1), m: String(count) })
    const x = where === 'left' ? look.margin : where === 'right' ? page.width - look.margin : page.width / 2
    sheet.write(phrase, { x, y: page.height - 20, size: 7, font: look.font, align: where, page: index })
  })
}

/** What stands at the edges of pages and is nothing of the paper's own: copies, printouts, codes to scan. */
export function writeFurniture({ random, look, content, sheet }: Setting): void {
  if (!random.chance(0.16)) return
  const { sentences } = content.words
  const text = random.pick([
    random.pick(sentences.copy ?? ['']),
    random.form('############'),
    random.form('Form @@-## Rev. #.#'),
    `${content.supplier.web} | ${random.form('##/##')}`,
    random.form('*@@@@@@@@-#####*'),
  ])
  const place = random.pick(['left', 'right', 'centre'] as const)
  const x =
    place === 'left' ? look.margin : place === 'right' ? look.page.width - look.margin : look.page.width / 2
  sheet.write([text], { x, y: 14, size: 7, font: look.font, align: place, page: 0 })
}
