import type { Layout } from '../extract/layout/layout'

export type Identification = { document_type: string; confidence: number }

/** Words that name a kind of document; those in its first lines count most. */
const kinds: { type: string; pattern: RegExp }[] = [
  {
    type: 'credit_note',
    pattern: /\b(?:credit (?:note|memo)|nota de cr[eé]dito|gutschrift|avoir|nota di credito|creditnota)\b/i,
  },
  {
    type: 'receipt',
    pattern:
      /\b(?:receipt|recibo|boleta|ticket|quittung|kassenbon|scontrino|resit|cash bill|cashier|change|thank you)\b/i,
  },
  { type: 'invoice', pattern: /\b(?:invoice|factura|rechnung|facture|fattura|fatura|factuur|invois)\b/i },
]

export function identifyDocument(layout: Layout): Identification {
  const head = textOfLines({ layout, from: 0, to: 12 })
  const rest = textOfLines({ layout, from: 12, to: 200 })
  const scores = kinds.map(({ type, pattern }) => ({
    type,
    score: (pattern.test(head) ? 2 : 0) + (pattern.test(rest) ? 1 : 0) + narrowness({ layout, type }),
  }))
  const [best, second] = scores.sort((a, b) => b.score - a.score)
  if (!best || best.score < 1) return { document_type: 'document', confidence: 0.5 }
  const lead = best.score - (second?.score ?? 0)
  return { document_type: best.type, confidence: Math.min(0.99, 0.6 + 0.1 * best.score + 0.1 * lead) }
}

/** Receipts are strips: their print fills less than a page's width. */
function narrowness({ layout, type }: { layout: Layout; type: string }): number {
  const [page] = layout.pages
  return page && type === 'receipt' && page.height > page.width * 1.75 ? 0.8 : 0
}

function textOfLines({ layout, from, to }: { layout: Layout; from: number; to: number }): string {
  return layout.lines
    .slice(from, to)
    .map((line) => line.text)
    .join('\n')
}
