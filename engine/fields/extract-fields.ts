import { oncePer } from '../once-per'
import type { Reading, Word } from '../readers/reading'
import { findAmounts } from '../extract/values/amounts-in-words'
import { collectCandidates, indexLabels, type Labels } from './candidates'
import { judgeCompanyName } from './company-names'
import { concludeContext, type ReadingContext } from '../extract/context'
import { findAddress } from './find-address'
import { findCurrency } from './find-currency'
import { findCustomer } from './find-customer'
import { findDocumentDate } from './find-document-date'
import { findDueDate } from './find-due-date'
import { findLabels } from '../extract/labels/find-labels'
import { findLineItems } from './find-line-items'
import { findMoney, type MoneyFindings } from './find-money'
import { findNumber } from './find-number'
import { findSupplier } from './find-supplier'
import { findSupplierTaxId } from './find-supplier-tax-id'
import { findTime } from './find-time'
import type { Found } from '../extract/found'
import { buildLabelBook } from '../extract/labels/label-book'
import { buildLayout, type Layout, type TextLine } from '../extract/layout/layout'
import type { LineItem } from './line-item'
import { readDate, readIban } from '../extract/values/read-values'
import type { StepDefinition, StepField } from './step-definition'

export type ExtractedFields = {
  layout: Layout
  context: ReadingContext
  values: { [key: string]: Found<string | number> }
  lineItems: LineItem[]
  money: MoneyFindings
}

/** All values that a step asks for and the document shows; what is not printed is not there. */
export function extractFields({
  reading,
  step,
}: {
  reading: Reading
  step: StepDefinition
}): ExtractedFields {
  const layout = buildLayout(reading)
  const context = concludeContext(layout)
  const labels = indexLabels(findLabels({ layout, book: labelBookOf(step) }))
  const lineItems = findLineItems({ layout, labels, context, step })
  const money = findMoney({ layout, labels, context, fields: fieldsOf(step), lineItems })
  const values: ExtractedFields['values'] = {}
  for (const field of step.fields) {
    const found = findValue({ field, layout, labels, context, money })
    if (found) values[field.key] = found
  }
  if (!isBusinessPaper({ values, layout })) return { layout, context, values: {}, lineItems: [], money }
  return { layout, context, values, lineItems, money }
}

function fieldsOf({ fields, helpers = [] }: StepDefinition): StepField[] {
  return [...fields, ...helpers]
}

/** The steps are few and stay; their labels in all languages are many. */
const labelBookOf = oncePer((step: StepDefinition) =>
  buildLabelBook({ fields: fieldsOf(step), others: ['other'] }),
)

/** Fainter values are what OCR makes of the shades in a photograph. */
const minPaperConfidence = 0.3

/** Any page has a first line and perhaps a date; a number, money or a company makes it a paper with a supplier. */
function isBusinessPaper({ values, layout }: Pick<ExtractedFields, 'values' | 'layout'>): boolean {
  const isFromCompany = judgeCompanyName(String(values.supplier?.value ?? '')) === 'legal-form'
  if (isFromCompany && values.date) return true
  const keys = ['total', 'subtotal', 'tax', 'amount_due', 'invoice_number', 'receipt_number']
  const isRead = keys.some((key) => (values[key]?.confidence ?? 0) >= minPaperConfidence)
  return isRead || layout.lines.some(hasPrice)
}

function hasPrice(line: TextLine): boolean {
  return line.segments.some((segment) =>
    findAmounts({ words: segment.words }).some((amount) => amount.mark !== null && amount.decimals === 2),
  )
}

function findValue({
  field,
  layout,
  labels,
  context,
  money,
}: {
  field: StepField
  layout: Layout
  labels: Labels
  context: ReadingContext
  money: MoneyFindings
}): Found<string | number> | null {
  const collect = { field: field.key, labels, layout }
  switch (field.type) {
    case 'company':
      return findSupplier({ layout, labels })
    case 'party':
      return findCustomer({ layout, labels })
    case 'tax_id':
      return findSupplierTaxId({ layout, labels })
    case 'currency':
      return findCurrency({ layout, labels, context, money })
    case 'amount':
      return money.values[field.key] ?? null
    case 'address':
      return findAddress({ layout, labels })
    case 'number':
      return findNumber({ field: field.key, labels, layout })
    case 'iban':
      return collectCandidates({ ...collect, read: readIban })[0] ?? null
    case 'time':
      return findTime({ layout, labels })
    case 'date':
      return findDate({ field, layout, labels, context })
    case 'line_items':
      return null
  }
}

function findDate({
  field,
  layout,
  labels,
  context,
}: {
  field: StepField
  layout: Layout
  labels: Labels
  context: ReadingContext
}): Found<string> | null {
  if (field.key === 'date') return findDocumentDate({ layout, labels, context })
  if (field.key === 'due_date') return findDueDate({ layout, labels, context })
  const read = (words: Word[]) => readDate({ words, order: context.dateOrder })
  return collectCandidates({ field: field.key, labels, layout, read })[0] ?? null
}
