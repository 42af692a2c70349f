import type { Item } from './say'

/** What the Spanish sample says: a made-up joiner and a made-up restaurant. */
export const spanishInvoice = {
  supplier: 'Maderas Valdehaya, S.L.',
  trade: 'Carpintería y mobiliario a medida',
  address: ['Polígono El Olmar, nave 12', '40194 Valdehaya (Segovia)'],
  phone: '921 000 418',
  web: 'maderasvaldehaya.example',
  taxId: 'B69045185',
  customer: 'La Alacena del Puerto, S.A.',
  customerAddress: ['Paseo de la Marina, 27', '39004 Santander (Cantabria)'],
  customerTaxId: 'A69130474',
  number: 'F26/00312',
  date: { text: '23/03/2026', value: '2026-03-23' },
  dueDate: { text: '22/04/2026', value: '2026-04-22' },
  currency: { sign: '€', code: 'EUR' },
  items: [
    { description: 'Mesa de roble macizo, 180 x 90 cm', quantity: 4, unitPrice: 685, amount: 2740 },
    { description: 'Silla tapizada Alba, lino natural', quantity: 16, unitPrice: 129.5, amount: 2072 },
    { description: 'Banco corrido de haya, 240 cm', quantity: 2, unitPrice: 415, amount: 830 },
    { description: 'Estantería modular de pared', quantity: 1, unitPrice: 940, amount: 940 },
    { description: 'Transporte y montaje', quantity: 1, unitPrice: 180, amount: 180 },
  ] satisfies Item[],
  subtotal: 6762,
  taxRate: 21,
  tax: 1420.02,
  total: 8182.02,
  terms: 'Transferencia bancaria a 30 días',
  iban: 'ES20 9999 0417 3302 0045 1836',
}
