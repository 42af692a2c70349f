import type { Box } from '../../readers/reading'
import { memoizeByRef } from '../vocabulary/memoize-by-ref'
import { boxAround } from './box'
import type { LayoutPage } from './layout'

/** What the print of a page fills, in its unit: a receipt scanned on a large sheet fills a strip of it. */
export const printOf = memoizeByRef(
  ({ lines, width, height }: LayoutPage): Box =>
    lines.length === 0 ? { x: 0, y: 0, width, height } : boxAround(lines),
)

/** Whether the print is a strip, as receipts are: high against its width and of few cells a line. */
export function isStrip(laid: LayoutPage): boolean {
  const print = printOf(laid)
  return print.height > print.width * 1.5 && print.width < laid.lineHeight * 45
}
