import type { Item } from './say'

/** What the sample of a till says: a made-up café with a bakery. Its prices have the tax in them. */
export const tillReceipt = {
  supplier: 'Tidewater Café & Bakery',
  address: ['7 Fishmarket Steps', 'Whitby YO21 3PZ'],
  phone: '01632 960418',
  taxId: 'GB 997 5204 73',
  number: '004817',
  date: { text: '16 May 2026', value: '2026-05-16' },
  time: '10:42',
  till: '2',
  server: 'Nell',
  currency: { sign: '£', code: 'GBP' },
  items: [
    { description: 'Flat white', quantity: 2, unitPrice: 3.6, amount: 7.2 },
    { description: 'Pot of tea', quantity: 1, unitPrice: 2.95, amount: 2.95 },
    { description: 'Eggs on sourdough', quantity: 1, unitPrice: 8.5, amount: 8.5 },
    { description: 'Cheese scone', quantity: 1, unitPrice: 3.85, amount: 3.85 },
    { description: 'Almond croissant', quantity: 2, unitPrice: 3.4, amount: 6.8 },
    { description: 'Sourdough loaf', quantity: 1, unitPrice: 4.8, amount: 4.8 },
  ] satisfies Item[],
  net: 28.42,
  taxRate: 20,
  tax: 5.68,
  total: 34.1,
  card: 'CONTACTLESS  **** **** 4173',
}
