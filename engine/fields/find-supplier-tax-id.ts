import { collectCandidates, hitsOf, type Labels } from './candidates'
import type { Found } from '../extract/found'
import type { Layout } from '../extract/layout/layout'
import { readTaxId } from '../extract/values/read-values'

/**
 * The tax id of whoever issued the document. Where several are printed, the one nearest to the top or bottom edge
 * is the issuer's; one below a customer label is not.
 */
export function findSupplierTaxId({
  layout,
  labels,
}: {
  layout: Layout
  labels: Labels
}): Found<string> | null {
  const customers = hitsOf({ field: 'customer', labels }).map(({ hit }) => hit)
  const found = collectCandidates({ field: 'supplier_tax_id', labels, layout, read: readTaxId }).filter(
    (candidate) =>
      !customers.some((customer) => {
        const page = layout.pages[customer.pageIndex]
        const below = candidate.box.y - customer.box.y
        const sideways = Math.abs(candidate.hit.box.x - customer.box.x)
        return (
          page !== undefined &&
          customer.pageIndex === candidate.pageIndex &&
          below >= 0 &&
          below < page.lineHeight * 9 &&
          sideways < page.page.width * 0.25
        )
      }),
  )
  return found[0] ?? null
}
