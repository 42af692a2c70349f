import knowledge from '../../knowledge/currencies.json'
import type { Word } from '../../readers/reading'
import { type Found, toFound } from '../layout/found'
import type { LayoutPage, Segment } from '../layout/layout'
import { surroundingsOf } from '../layout/surroundings'
import { textOf } from '../layout/word-text'
import { conceptsIn } from '../paper/concepts'
import type { Paper } from '../paper/paper'
import { findAmounts } from '../values/money/amounts-in-words'
import { currencyByCountry, toCurrencyCode } from '../values/money/currency'
import type { Candidate } from './candidates/candidate'

/** One sign of a currency on the page, and how much it says. */
type Sign = { code: string; words: Word[]; page: LayoutPage; weight: number }

/** Marks beside many amounts say no more than those beside a few. */
const mostPerCurrency = 3
/** Signs that together weigh this much leave no doubt. */
const sureWeight = 5

const names = knowledge.names.map(({ code, pattern, flags }) => ({
  code,
  pattern: new RegExp(pattern, flags),
}))

type Priced = { paper: Paper; total: Candidate | null }

/** The currency of a paper: with its total, named as such, beside other amounts, or that of its only country. */
export function findCurrency({ paper, total }: Priced): Found<string> | null {
  const signs = [
    ...signsOfTotal({ paper, total }),
    ...signsInPrint(paper),
    ...signOfCountry({ paper, total }),
  ]
  const weights = new Map<string, number>()
  for (const { code, weight } of signs) weights.set(code, (weights.get(code) ?? 0) + weight)
  const [best] = [...weights].sort((a, b) => b[1] - a[1])
  const sign = signs.find(({ code }) => code === best?.[0])
  if (!best || !sign) return null
  const all = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  const score = Math.min(0.98, (best[1] / all) * Math.min(1, 0.5 + best[1] / (2 * sureWeight)))
  return toFound({ read: { value: sign.code, words: sign.words, quality: 1 }, page: sign.page, score })
}

function signsOfTotal({ paper: { context }, total }: Priced): Sign[] {
  if (!total) return []
  const { words, segment } = total
  const [amount] = findAmounts({ words, decimalMark: context.decimalMark })
  const code = amount?.mark ? toCurrencyCode({ mark: amount.mark, context }) : null
  const at = { words, page: segment.page }
  // Lakhs and crores (`6,00,000.00`) are only written of rupees.
  const isIndian = /\d,\d{2},\d{3}/.test(textOf(words))
  return [
    ...(isIndian ? [{ ...at, code: 'INR', weight: 3 }] : []),
    ...(code ? [{ ...at, code, weight: 4 }] : []),
  ]
}

/** Marks beside amounts, marks alone in labels (`Total EUR`, `Amount (€)`), and currencies by name. */
function signsInPrint({ lines, context }: Paper): Sign[] {
  const signs: Sign[] = []
  const counts = new Map<string, number>()
  const add = (sign: Sign) => {
    const known = counts.get(sign.code) ?? 0
    if (known >= mostPerCurrency) return
    counts.set(sign.code, known + sign.weight)
    signs.push(sign)
  }
  for (const { segments, page } of lines) {
    for (const segment of segments) {
      const { words, text } = segment
      for (const { mark, start, end } of findAmounts({ words, decimalMark: context.decimalMark })) {
        const code = mark ? toCurrencyCode({ mark, context }) : null
        if (code) add({ code, words: words.slice(start, end), page, weight: 1 })
      }
      for (const word of words.filter((one) => alone.test(one.text))) {
        const code = toCurrencyCode({ mark: strip(word.text), context })
        if (code) add({ code, words: [word], page, weight: isNamed(segment) ? 4 : 1.5 })
      }
      const named = names.find(({ pattern }) => pattern.test(text))
      if (named) add({ code: named.code, words, page, weight: 1.5 })
    }
  }
  return signs
}

const alone = /^[([]?(?:[A-Z]{3}|RM|[€£₹$₪₩]|R\$|zł|Kč|[Ee]uros?|EUROS?)[)\].,:]*$/

function strip(text: string): string {
  return text.replace(/[().,:[\]]/g, '')
}

/** Labels beside which a currency is that of the whole paper: `Total GBP`, `Currency: EUR`. */
const telling = ['currency', 'total', 'amount_due', 'receipt_total', 'column_amount']

function isNamed(segment: Segment): boolean {
  const { left, above } = surroundingsOf(segment)
  return [segment, left[0], above[0]].some(
    (cell) => cell !== undefined && conceptsIn(cell).some(({ concept }) => telling.includes(concept)),
  )
}

/** Till receipts often print bare figures: the currency of the only country they speak of, in doubt. */
function signOfCountry({ paper, total }: Priced): Sign[] {
  const codes = new Set([...paper.context.countries].map((country) => currencyByCountry.get(country)))
  const [code] = codes
  if (!total || !code || codes.size !== 1) return []
  return [{ code, words: total.words, page: total.segment.page, weight: 1 }]
}
