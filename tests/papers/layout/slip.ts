import { sayMoney } from '../content/content'
import { sayAddress } from '../content/parties'
import type { Totals } from '../content/totals'
import { labelsOf } from '../words/words'
import type { Area, Setting } from './area'
import { writeOneLine } from './facts-block'
import { marked, type Phrase } from './phrase'

export const slipHeight = 120

/** A slip to pay with at the foot of the page: account, both parties and the amount once more. */
export function writePaymentSlip(setting: Setting, area: Area, totals: Totals): void {
  const { random, look, content, sheet } = setting
  const { supplier, customer } = content
  const label = (key: string) => random.pick(labelsOf(content.words, key))
  const sign = content.items.some((item) => item.amount < 0) ? -1 : 1
  const account: Phrase = supplier.iban === '' ? [supplier.account] : [marked(supplier.iban, 'iban')]
  const due = sayMoney(totals.amountDue * sign || 0, content, {
    fields: ['amount_due'],
    withSign: random.chance(0.5),
  })
  const left: Phrase[] = [
    [label('account_name')],
    [marked(supplier.name, 'supplier')],
    ...sayAddress(supplier, true),
    [label('iban')],
    account,
  ]
  const right: Phrase[] = [
    [label('buyer')],
    [marked(customer.name, 'customer')],
    ...sayAddress(customer, false),
    [label('reference')],
    [random.form('## ##### ##### #####')],
    [label('amount_due')],
    due,
  ]
  sheet.draw({
    kind: 'rule',
    x1: 0,
    y1: area.y,
    x2: look.page.width,
    y2: area.y,
    thickness: 0.5,
    colour: '#333333',
  })
  const size = Math.min(look.size, 8.5)
  const swapped = random.chance(0.3)
  const columns = swapped ? [right, left] : [left, right]
  columns.forEach((lines, column) => {
    lines.forEach((line, index) => {
      const x = area.x + column * area.width * 0.52
      writeOneLine(setting, { x, y: area.y + 8 + index * size * 1.35, width: area.width * 0.46 }, line, {
        size,
      })
    })
  })
}
