import { findAmounts } from '../extract/values/amounts-in-words'
import { hitsOf, type Labels } from './candidates'
import type { ReadingContext } from '../extract/context'
import { currencyByCountry, toCurrencyCode } from '../extract/values/currency'
import type { MoneyFindings } from './find-money'
import { findSlots } from './find-slots'
import { type Found, toFound } from '../extract/found'
import type { Layout } from '../extract/layout/layout'

/** The currency of the document: printed with the total, labelled as such, or with most of the other amounts. */
export function findCurrency({
  layout,
  labels,
  context,
  money,
}: {
  layout: Layout
  labels: Labels
  context: ReadingContext
  money: MoneyFindings
}): Found<string> | null {
  return (
    currencyOfIndianGrouping({ money }) ??
    currencyOfTotal({ money, context }) ??
    labelledCurrency({ layout, labels, context }) ??
    mostPrintedCurrency({ layout, context }) ??
    currencyInLabels({ layout, context }) ??
    currencyInWords(layout) ??
    currencyOfCountry({ money, context })
  )
}

/** Lakhs and crores (`6,00,000.00`) are only written of rupees, whose sign OCR does not know. */
function currencyOfIndianGrouping({ money }: { money: MoneyFindings }): Found<string> | null {
  const total = money.values.total
  return total && /\d,\d{2},\d{3}/.test(total.text) ? { ...total, value: 'INR' } : null
}

function currencyOfTotal({
  money,
  context,
}: {
  money: MoneyFindings
  context: ReadingContext
}): Found<string> | null {
  const total = money.values.total
  const value = total?.mark ? toCurrencyCode({ mark: total.mark, context }) : null
  return total && value ? { ...total, value } : null
}

function labelledCurrency({
  layout,
  labels,
  context,
}: {
  layout: Layout
  labels: Labels
  context: ReadingContext
}): Found<string> | null {
  for (const { hit } of hitsOf({ field: 'currency', labels })) {
    const page = layout.pages[hit.pageIndex]
    const slots = page ? findSlots({ hit, page, labelled: labels.bySegment }) : []
    for (const slot of slots) {
      for (const word of slot.words) {
        const value = toCurrencyCode({ mark: word.text.replace(/[().,:]/g, ''), context })
        const read = value && { value, words: [word], quality: 1 }
        if (read) return toFound({ read, pageIndex: slot.pageIndex, score: 0.95 })
      }
    }
  }
  return null
}

function mostPrintedCurrency({
  layout,
  context,
}: {
  layout: Layout
  context: ReadingContext
}): Found<string> | null {
  const marked = layout.lines.flatMap((line) =>
    line.segments.flatMap((segment) =>
      findAmounts({ words: segment.words, decimalMark: context.decimalMark }).flatMap((amount) => {
        const value = amount.mark ? toCurrencyCode({ mark: amount.mark, context }) : null
        return value ? [{ ...amount, value, pageIndex: segment.pageIndex }] : []
      }),
    ),
  )
  const counts = new Map<string, number>()
  for (const { value } of marked) counts.set(value, (counts.get(value) ?? 0) + 1)
  const most = Math.max(0, ...counts.values())
  const best = marked.find(({ value }) => counts.get(value) === most)
  if (!best) return null
  const { value, text, box, pageIndex, confidence } = best
  return { value, text, box, pageIndex, confidence: 0.85 * confidence }
}

const labelMark =
  /^(?:RM|€|£|₹|\$|R\$|zł|Kč|EUR|USD|GBP|CHF|MYR|INR|MXN|CLP|COP|ARS|PEN|BRL|CAD|AUD|NZD|SGD|JPY|PLN|SEK|NOK|DKK|CZK|Euro|EURO|[Ee]uros)$/

/** `Total RM`, `Amount (EUR)`: the currency stands once in a label instead of with each figure. */
function currencyInLabels({
  layout,
  context,
}: {
  layout: Layout
  context: ReadingContext
}): Found<string> | null {
  for (const line of layout.lines) {
    for (const segment of line.segments) {
      for (const word of segment.words) {
        const mark = (/\(([^()]+)\)$/.exec(word.text)?.[1] ?? word.text).replace(/[().,:]/g, '')
        const value = labelMark.test(mark) ? toCurrencyCode({ mark, context }) : null
        const read = value && { value, words: [word], quality: 1 }
        if (read) return toFound({ read, pageIndex: segment.pageIndex, score: 0.75 })
      }
    }
  }
  return null
}

const currencyNames: { code: string; pattern: RegExp }[] = [
  {
    code: 'USD',
    pattern: /\b(?:US|U\.S\.|American) dollars?\b|\bd[oó]lares (?:americanos|estadounidenses)\b/i,
  },
  { code: 'CAD', pattern: /\bCanadian dollars?\b/i },
  { code: 'AUD', pattern: /\bAustralian dollars?\b/i },
  { code: 'GBP', pattern: /\bpounds? sterling\b/i },
  { code: 'INR', pattern: /\b(?:Indian )?rupees?\b/i },
  { code: 'CHF', pattern: /\bSwiss francs?\b|\bSchweizer Franken\b|\bfrancs suisses\b/i },
  { code: 'MXN', pattern: /\bpesos mexicanos\b|\bM\.N\.(?=\W|$)/i },
  { code: 'COP', pattern: /\bpesos colombianos\b/i },
  { code: 'BRL', pattern: /\breais\b/i },
  { code: 'PLN', pattern: /\bzłotych\b/i },
]

/** `All amounts in US dollars`, `… pesos 80/100 M.N.` */
function currencyInWords(layout: Layout): Found<string> | null {
  for (const { segments } of layout.lines) {
    for (const segment of segments) {
      const code = currencyNames.find(({ pattern }) => pattern.test(segment.text))?.code
      const read = code && { value: code, words: segment.words, quality: 1 }
      if (read) return toFound({ read, pageIndex: segment.pageIndex, score: 0.75 })
    }
  }
  return null
}

/** Till receipts often print bare figures: the currency of the only country they speak of, in doubt. */
function currencyOfCountry({
  money,
  context,
}: {
  money: MoneyFindings
  context: ReadingContext
}): Found<string> | null {
  const { total } = money.values
  const codes = new Set([...context.countries].map((country) => currencyByCountry.get(country)))
  const [code] = codes
  return total && code && codes.size === 1 ? { ...total, value: code, confidence: 0.5 } : null
}
