import type { Item } from './say'

/** What the English sample says: a made-up printer and a made-up gallery. */
export const englishInvoice = {
  supplier: 'Fernhollow Print Works Ltd',
  address: ['Unit 4, Tannery Yard', 'Cumberland Road', 'Bristol BS1 6XQ'],
  phone: '0117 496 0418',
  web: 'fernhollowprint.example',
  taxId: 'GB 998 4173 57',
  company: '09984173',
  customer: 'Marlowe Gallery Ltd',
  customerAddress: ['Attn. Ruth Okafor', '18 Quay Street', 'Bristol BS1 4HD'],
  number: 'FPW-2026-0418',
  date: { text: '14 April 2026', value: '2026-04-14' },
  dueDate: { text: '14 May 2026', value: '2026-05-14' },
  purchaseOrder: 'MG-2217',
  currency: { sign: '£', code: 'GBP' },
  items: [
    {
      description: 'Exhibition catalogue “Harbour Lights”',
      detail: '48 pages, sewn, 150 gsm uncoated',
      quantity: 250,
      unitPrice: 6.84,
      amount: 1710,
    },
    {
      description: 'A2 posters, giclée',
      detail: '200 gsm matt, trimmed',
      quantity: 40,
      unitPrice: 9.25,
      amount: 370,
    },
    {
      description: 'Letterpress invitation cards',
      detail: 'box of 100, two colours on cotton',
      quantity: 4,
      unitPrice: 86.5,
      amount: 346,
    },
    {
      description: 'Compliment slips',
      detail: '1,000 off, one colour',
      quantity: 2,
      unitPrice: 64,
      amount: 128,
    },
    {
      description: 'Typesetting and proofs',
      detail: 'hours, 30 March to 9 April',
      quantity: 6.5,
      unitPrice: 48,
      amount: 312,
    },
  ] satisfies Item[],
  subtotal: 2866,
  taxRate: 20,
  tax: 573.2,
  total: 3439.2,
  bank: {
    name: 'Northriver Bank, Bristol',
    iban: 'GB50 NRVB 7704 1641 7362 95',
    bic: 'NRVBGB2B',
  },
}
