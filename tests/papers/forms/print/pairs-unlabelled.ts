import type { Entry } from '../plan/plan'
import type { Office } from '../values/office'
import { sayValue, toCell } from './cell'
import { type Frame, heightOf, keep, put } from './frame'
import { printInLines } from './pairs-in-lines'

/** What everyone recognises without a label. */
const plain = new Set([
  'name',
  'address',
  'street_name',
  'town',
  'post_code',
  'country_name',
  'email',
  'website',
])

/** Name and address as on an envelope; the rest with its labels. */
export function printAsAddress(frame: Frame, entries: Entry[], office: Office): void {
  const { look } = frame
  const print = { width: frame.width, size: look.size }
  for (const { field, value, path } of entries.filter((entry) => plain.has(entry.field.key))) {
    if (!value) continue
    const lines = sayValue({ value, path, office })
    keep(frame, heightOf(look, lines, print))
    frame.y = put(frame, lines, {
      ...print,
      x: frame.left,
      y: frame.y,
      bold: field.key === 'name' && look.valueBold,
    })
  }
  const others = entries.filter((entry) => !plain.has(entry.field.key))
  printInLines(
    frame,
    others.map((entry, at) => toCell({ entry, office, look, at })),
  )
}
