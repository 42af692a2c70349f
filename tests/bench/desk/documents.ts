import { createHash } from 'node:crypto'
import type { DocumentState } from '@/lib/documents/model/status'

/** One document of a desk that has been in use for three years, as its rows hold it. */
export type BenchDocument = {
  id: string
  name: string
  receivedAt: Date
  person: string
  stepId: string
  state: DocumentState
  isRemoved: boolean
  metadata: Record<string, unknown> | null
  executionId: string
  result: Record<string, unknown> | null
}

export const benchPeople = Array.from({ length: 40 }, (_, index) => `usr_bench${index}`)
export const benchSteps = [
  'cbenchinvoice000000000000',
  'cbenchreceipt000000000000',
  'cbenchcontract00000000000',
]

const years = 3
const yearMs = 365.25 * 24 * 60 * 60_000

/**
 * The `index`-th of `total` documents, always the same one: more of them each year, a few suppliers send most, nearly
 * all are done, and what is under way is among the newest.
 */
export function benchDocument({ index, total, now }: { index: number; total: number; now: number }) {
  const chance = chances(index)
  const pick = <Item>(items: Item[]): Item => items[Math.floor(chance() * items.length)] as Item
  /** The first ones often, the last ones hardly ever. */
  const pickSkewed = <Item>(items: Item[]): Item => items[Math.floor(chance() ** 3 * items.length)] as Item

  const age = 1 - Math.sqrt((index + 1) / total)
  const receivedAt = new Date(now - age * years * yearMs)
  const supplier = pickSkewed(suppliers)
  const number = `${pick(series)}-${String(Math.floor(chance() * 99_999)).padStart(8, '0')}`
  const day = receivedAt.toISOString().slice(0, 10)
  const names = [
    `Factura ${number}.pdf`,
    `${supplier.name} ${day.slice(0, 7)}.pdf`,
    `scan_${day.replaceAll('-', '')}_${Math.floor(chance() * 10_000)}.pdf`,
    `IMG_${day.replaceAll('-', '')}_${String(Math.floor(chance() * 999_999)).padStart(6, '0')}.jpg`,
  ]
  const state = stateOf({ chance: chance(), isRecent: total - index < 300 })
  const key = createHash('md5').update(String(index)).digest('hex')
  const document: BenchDocument = {
    id: `doc_${key}`,
    name: pick(names),
    receivedAt,
    person: pickSkewed(benchPeople),
    stepId: pickSkewed(benchSteps),
    state,
    isRemoved: chance() < 0.005,
    metadata: chance() < 0.2 ? { purchase_order: `PO-${Math.floor(chance() * 99_999)}` } : null,
    executionId: `c${key.slice(0, 24)}`,
    result: state === 'done' ? resultOf({ supplier, number, day, chance }) : null,
  }
  return document
}

function stateOf({ chance, isRecent }: { chance: number; isRecent: boolean }): DocumentState {
  if (isRecent && chance < 0.3) return chance < 0.2 ? 'processing' : 'enqueued'
  if (chance < 0.955) return 'done'
  return chance < 0.98 ? 'failed' : chance < 0.999 ? 'cancelled' : 'uncertain'
}

type Reading = { supplier: (typeof suppliers)[number]; number: string; day: string; chance: () => number }

function resultOf({ supplier, number, day, chance }: Reading): Record<string, unknown> {
  const lines = Array.from({ length: 1 + Math.floor(chance() * 5) }, () => {
    const [quantity, price] = [1 + Math.floor(chance() * 20), Math.round(chance() * 50_000) / 100]
    const words = [goods, qualities, goods].map((list) => list[Math.floor(chance() * list.length)])
    return {
      description: words.join(' '),
      quantity,
      unit_price: price,
      amount: Math.round(quantity * price * 100) / 100,
    }
  })
  const net = lines.reduce((sum, { amount }) => sum + amount, 0)
  const money = (amount: number) => (Math.round(amount * 100) / 100).toFixed(2)
  const place = () => ({ page: 1, box: [chance(), chance(), chance(), chance()], text: 'as printed' })
  return {
    supplier_name: supplier.name,
    supplier_tax_id: supplier.taxId,
    supplier_address: supplier.address,
    invoice_number: number,
    invoice_date: day,
    currency: 'PEN',
    subtotal: money(net),
    tax: money(net * 0.18),
    total: money(net * 1.18),
    line_items: lines,
    _evidence: Object.fromEntries(['supplier_name', 'invoice_number', 'total'].map((key) => [key, place()])),
  }
}

/** Even chances from 0 to 1, the same ones for the same seed (mulberry32, public domain). */
function chances(seed: number): () => number {
  let state = (seed * 0x9e3779b1) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const words = (text: string) => text.split(' ')
const trades = words(
  'Comercial Distribuidora Ferretería Panadería Imprenta Transportes Servicios Importadora Farmacia',
)
const families = words(
  'Núñez García Quispe Rojas Mamani Silva Torres Flores Díaz Castro Vargas Muñoz Ortega Ramos Acosta Soto Vega León',
)
const forms = ['S.A.', 'SpA', 'E.I.R.L.', 'Ltda.', 'S.A.C.']
const streets = words('Arequipa Libertad Grau Bolívar Colón Pardo Larco Brasil Tacna Cusco')
const goods = words(
  'tornillo tuerca papel tinta harina azúcar aceite cable lámpara pintura cemento madera tubo válvula guante casco ' +
    'motor filtro rodamiento correa bomba sensor teclado monitor silla mesa lápiz cuaderno carpeta archivador',
)
const qualities = words(
  'grande chico azul rojo negro reforzado industrial fino grueso galvanizado importado nacional',
)
const series = words('F001 F002 F003 E001 B001 B002 FC10')

const suppliers = Array.from({ length: 3000 }, (_, index) => {
  const chance = chances(1_000_000_007 + index)
  const pick = (list: string[]) => list[Math.floor(chance() * list.length)]
  return {
    name: `${pick(trades)} ${pick(families)} ${pick(families)} ${pick(forms)}`,
    taxId: `20${Math.floor(chance() * 999_999_999)
      .toString()
      .padStart(9, '0')}`,
    address: `Av. ${pick(streets)} ${Math.floor(chance() * 9000)}, Lima`,
  }
})
