/** What the candidates of a field look like. */
export type CandidateType = 'amount' | 'date' | 'code' | 'name' | 'tax_id' | 'iban' | 'time'

/** A value that papers of trade carry: the type of its candidates, and the concepts that its labels name. */
type FieldSpec = {
  type: CandidateType
  concepts: string[]
  /** Printed on every paper of trade, however unusual it looks: none of its candidates is no choice. */
  isAlwaysPrinted?: true
}

/** Every field with trained weights; those that no step reports help to choose the others. */
const specs = {
  supplier: { type: 'name', concepts: ['supplier'], isAlwaysPrinted: true },
  customer: { type: 'name', concepts: ['customer', 'ship_to'] },
  supplier_tax_id: { type: 'tax_id', concepts: ['supplier_tax_id'] },
  invoice_number: { type: 'code', concepts: ['invoice_number', 'invoice_number_weak'] },
  receipt_number: { type: 'code', concepts: ['receipt_number', 'invoice_number'] },
  purchase_order: { type: 'code', concepts: ['purchase_order'] },
  date: { type: 'date', concepts: ['invoice_date', 'date'] },
  due_date: { type: 'date', concepts: ['due_date'] },
  time: { type: 'time', concepts: ['time'] },
  iban: { type: 'iban', concepts: ['iban'] },
  subtotal: { type: 'amount', concepts: ['subtotal'] },
  discount: { type: 'amount', concepts: ['discount'] },
  shipping: { type: 'amount', concepts: ['shipping'] },
  tax: { type: 'amount', concepts: ['tax'] },
  total: { type: 'amount', concepts: ['total', 'receipt_total', 'total_weak'] },
  amount_due: { type: 'amount', concepts: ['amount_due'] },
  tip: { type: 'amount', concepts: ['tip'] },
} satisfies { [name: string]: FieldSpec }

export type FieldName = keyof typeof specs

export const fieldSpecs: { [name in FieldName]: FieldSpec } = specs

export const fieldNames = Object.keys(fieldSpecs).filter(isFieldName)

function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(fieldSpecs, name)
}
