import type { TradeValues } from '../e-invoice/apply-e-invoice'
import { boxAround } from '../layout/box'
import { type Found, legibilityOf, toFound } from '../layout/found'
import { textOf } from '../layout/word-text'
import type { Paper } from '../paper/paper'
import { certaintyOf } from '../ranking/weights'
import type { Candidate } from './candidates/candidate'
import { chooseFields } from './choose/choose-fields'
import { deriveTaxes } from './choose/derive-taxes'
import { candidatesOf } from './choose/rank-field'
import { weightsOf } from './choose/trained-weights'
import { findAddress } from './find-address'
import { findCurrency } from './find-currency'

type TradeFindings = {
  /** By the name of the field. */
  values: TradeValues
  /** Whether net and tax come to the total to the cent. */
  isProven: boolean
}

/** The values of an invoice, a receipt or their kin: chosen by trained weights, and what follows from them. */
export function findTradeValues(paper: Paper): TradeFindings {
  const { choices, isProven } = chooseFields(paper)
  const values: TradeValues = new Map()
  for (const [field, { candidate, share }] of choices) {
    const score = certaintyOf({ share, calibration: weightsOf(field).calibration })
    values.set(field, toFound({ read: { ...candidate, quality: 1 }, page: candidate.segment.page, score }))
  }
  if (!isTradePaper(values)) return { values: new Map(), isProven: false }
  const derived = isProven ? null : findByRate({ paper, values })
  for (const [field, found] of derived ?? []) values.set(field, found)
  const total = choices.get('total')?.candidate ?? choices.get('amount_due')?.candidate ?? null
  const currency = findCurrency({ paper, total })
  if (currency) values.set('currency', currency)
  const supplier = choices.get('supplier')?.candidate
  const address = supplier ? findAddress(supplier) : null
  if (address) values.set('address', address)
  return { values, isProven: isProven || derived !== null }
}

/** Sums of figures that prove one another. */
const derivedCertainty = 0.9

/** Net and tax of a paper that prints them by rate alone: their sums; null where these do not come to the total. */
function findByRate({ paper, values }: { paper: Paper; values: TradeValues }): TradeValues | null {
  const total = values.get('total')?.value
  const subtotal = values.get('subtotal')?.value
  if (typeof total !== 'number' || total <= 0) return null
  const amounts = candidatesOf({ paper, type: 'amount' }).candidates
  const known = typeof subtotal === 'number' ? subtotal : null
  const derived =
    deriveTaxes({ amounts, total, subtotal: known }) ?? deriveTaxes({ amounts, total, subtotal: null })
  if (!derived) return null
  const found: TradeValues = new Map([['tax', toSum(derived.tax)]])
  if (derived.net.length > 0) found.set('subtotal', toSum(derived.net))
  return found
}

function toSum(parts: Candidate[]): Found<number> {
  const sum = parts.reduce((all, { value }) => all + Number(value), 0)
  const words = parts.flatMap((part) => part.words)
  return {
    value: Math.round(sum * 100) / 100,
    text: parts.map((part) => textOf(part.words)).join(' + '),
    page: parts[0]?.segment.page ?? null,
    box: boxAround(words),
    confidence: derivedCertainty * legibilityOf(words),
  }
}

/** Of these one at least stands on every paper of trade; any page has a first line and perhaps a date. */
const telling = ['total', 'subtotal', 'tax', 'amount_due', 'invoice_number', 'receipt_number']
const leastCertainty = 0.3
/** Letters and delivery notes have no more than a firm and a date; so surely one, that it is not any page's first line. */
const likelySupplier = 0.7

function isTradePaper(values: TradeValues): boolean {
  if (telling.some((key) => (values.get(key)?.confidence ?? 0) >= leastCertainty)) return true
  return (values.get('supplier')?.confidence ?? 0) >= likelySupplier && values.has('date')
}
