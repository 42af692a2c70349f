import type { LabelHit } from '../extract/labels/find-labels'
import type { Layout } from '../extract/layout/layout'
import { toTextKey } from '../extract/labels/text-key'
import { labelsOf } from '../extract/labels/vocabulary'

const titles = labelsOf('credit_note').map(toTextKey)
const invoiceWord = /invoice|rechnung|fa[ck]tur|fattura|fatura|fatt?\b|lasku/i
const creditWord =
  /credit|cr[eé]dito|gutschrift|avoir|storno|korrektur|rectificativa|abono|kredit|hyvitys|koryg/i

/** Share of the first page's height within which a title stands. */
const titleHeight = 0.5

/** Whether the document is titled as a credit note. */
export function isCreditNote(layout: Layout): boolean {
  const [page] = layout.pages
  if (!page) return false
  return page.lines
    .filter((line) => line.box.y < page.page.height * titleHeight)
    .some((line) =>
      line.segments.some((segment) => {
        const key = toTextKey(segment.text.replace(/\d/g, ''))
        return titles.some(
          (title) => key === title || (key.startsWith(title) && key.length < title.length + 8),
        )
      }),
    )
}

/** On a credit note, `invoice no.` and `invoice date` are those of the invoice that it corrects. */
export function isOfOriginalInvoice(hit: LabelHit): boolean {
  return invoiceWord.test(hit.text) && !creditWord.test(hit.segment.text)
}
