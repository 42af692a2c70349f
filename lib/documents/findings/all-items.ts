import { type Corrections, placeCorrections, rowChangesOf } from '../model/corrections'
import type { FindingItem, ReviewItem } from '../model/review-item'
import { type Breach, findBreaches } from './breaches'

type Reading = { result: Record<string, unknown>; corrections: Corrections }

/** The rules that a result breaks as people put it right. */
export function breachesOf({ result, corrections }: Reading): Breach[] {
  const rows = rowChangesOf(corrections)
  return findBreaches({
    result: placeCorrections({ result, corrections }),
    isRemoved: (path) => rows[path]?.removed ?? false,
  })
}

/**
 * All that is to be looked at: what was found in the reading, and the rules that the values break as they now are.
 * Where the service and the desk speak of the same, it is told once. Doing it again changes nothing.
 */
export function allItems({ items, ...reading }: Reading & { items: ReviewItem[] }): ReviewItem[] {
  return addBreaches({ items, breaches: breachesOf(reading) })
}

type Found = { items: ReviewItem[]; breaches: Breach[] }

/** `allItems`, where the rules that are broken are known. */
export function addBreaches({ items, breaches }: Found): ReviewItem[] {
  if (breaches.length === 0) return items
  const known = items.map((item) => adopt({ item, breaches }))
  const told = known.filter((item) => item.kind === 'finding')
  const added = breaches.filter((breach) => !told.some((item) => isAbout({ item, breach })))
  return [...known, ...added.map(toItem)]
}

/** The rule a finding is about, where it is still broken. */
export function breachAt({ item, breaches }: { item: FindingItem; breaches: Breach[] }): Breach | null {
  return breaches.find((breach) => isAbout({ item, breach })) ?? null
}

type Pair = { item: FindingItem; breach: Breach }

function isAbout({ item, breach }: Pair): boolean {
  return item.code === breach.code && (breach.code !== 'row.mismatch' || item.id === idOf(breach))
}

/** What the service told in words alone is about a rule when it names all of its figures. */
function adopt({ item, breaches }: { item: ReviewItem; breaches: Breach[] }): ReviewItem {
  if (item.kind !== 'finding' || item.code !== null) return item
  const breach = breaches.find(
    (one) => one.code !== 'row.mismatch' && namesAll({ message: item.message, breach: one }),
  )
  return breach ? { ...item, code: breach.code, fields: fieldsOf(breach), values: valuesOf(breach) } : item
}

function namesAll({ message, breach }: { message: string; breach: Breach }): boolean {
  const told = [...message.matchAll(/\d[\d.,-]*\d|\d/g)].map(([figure]) => digitsOf(figure))
  const figures = [...breach.left, breach.right].map(({ value }) =>
    typeof value === 'number' ? [value.toFixed(2), String(Math.abs(value))].map(digitsOf) : [digitsOf(value)],
  )
  return figures.length > 1 && figures.every((ways) => ways.some((way) => told.includes(way)))
}

/** `1,420.00`, `1.420,00` and `1420.00` are the same figure, whatever marks its language has. */
const digitsOf = (figure: string) => figure.replace(/\D/g, '')

const idOf = ({ code, right }: Breach) => `_desk.${code}${code === 'row.mismatch' ? `.${right.path}` : ''}`
const fieldsOf = ({ left, right }: Breach) => [...left, right].map(({ path }) => path)

function toItem(breach: Breach): FindingItem {
  const { code, severity } = breach
  return {
    kind: 'finding',
    id: idOf(breach),
    severity,
    code,
    fields: fieldsOf(breach),
    values: valuesOf(breach),
    message: messageOf(breach),
  }
}

/** By the names that the service gives them. */
const names: Record<Breach['code'], string[]> = {
  'totals.mismatch': ['subtotal', 'tax', 'total'],
  'lines.mismatch': ['sum', 'target'],
  'row.mismatch': ['quantity', 'price', 'amount'],
  'due_date.early': ['due_date', 'date'],
}

function valuesOf({ code, left, right }: Breach): FindingItem['values'] {
  const figures = [...left.slice(0, names[code].length - 1), right]
  return Object.fromEntries(figures.map(({ value }, at) => [names[code][at] ?? '', value]))
}

/** For scripts, in English; people are told in their language. */
function messageOf({ code, left, difference, right }: Breach): string {
  if (difference === null) return `${left[0]?.value} lies before ${right.value}.`
  const sign = code === 'row.mismatch' ? ' × ' : ' + '
  return `${left.map(({ value }) => value).join(sign)} is not ${right.value} (difference ${difference}).`
}
