import { applyEInvoice } from '../extract/e-invoice/apply-e-invoice'
import { type ExtractedFields, extractFields } from '../fields/extract-fields'
import type { StepDefinition } from '../fields/step-definition'
import type { ReadingAttempt } from '../readers/limits'
import type { Reading } from '../readers/reading'

/** What makes a paper useful; without one of them a scan is worth another look. */
const keyFields = ['supplier', 'date', 'total'] as const
const doubtfulBelow = 0.55
/** Longer scans are not read twice: the time would be out of proportion. */
const maxPagesReadTwice = 3

/**
 * Finds the values of a document. A scan whose key values are missing or doubtful is read a second time at another
 * size; the better result stands, and the other fills its gaps.
 */
export async function extractWithSecondLook({
  step,
  read,
}: {
  step: StepDefinition
  read: (attempt: ReadingAttempt) => Promise<Reading>
}): Promise<ExtractedFields> {
  const reading = await read(1)
  const first = extract({ reading, step })
  if (!isWorthAnotherLook({ reading, fields: first })) return first
  const second = extract({ reading: await read(2), step })
  const [better, other] = rate(second) > rate(first) ? [second, first] : [first, second]
  return fillGaps({ better, other })
}

function extract({ reading, step }: { reading: Reading; step: StepDefinition }): ExtractedFields {
  return applyEInvoice({ fields: extractFields({ reading, step }), attachments: reading.attachments })
}

function isWorthAnotherLook({ reading, fields }: { reading: Reading; fields: ExtractedFields }): boolean {
  const isScan = reading.pages.some((page) => page.source === 'ocr' && page.words.length > 10)
  const isDoubtful = keyFields.some((key) => (fields.values[key]?.confidence ?? 0) < doubtfulBelow)
  return isScan && isDoubtful && reading.pages.length <= maxPagesReadTwice
}

/** Confident key values, and figures that prove one another. */
function rate({ values, money }: ExtractedFields): number {
  const sure = [...keyFields, 'subtotal', 'tax'].reduce((sum, key) => sum + (values[key]?.confidence ?? 0), 0)
  const hasOddTotal = Number(values.total?.value ?? 0) < 0
  return sure + (money.isProven ? 1 : 0) - (hasOddTotal ? 1 : 0)
}

/** Figures are left out: those of two readings need not belong together. */
function fillGaps({ better, other }: { better: ExtractedFields; other: ExtractedFields }): ExtractedFields {
  const figures = better.values.total
    ? ['subtotal', 'tax', 'total', 'amount_due', 'discount', 'tip', 'shipping']
    : []
  const fills = Object.entries(other.values).filter(([key]) => !figures.includes(key))
  const lineItems = better.lineItems.length > 0 ? better.lineItems : other.lineItems
  return { ...better, values: { ...Object.fromEntries(fills), ...better.values }, lineItems }
}
