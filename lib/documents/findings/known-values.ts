import { dueKeys, issuedKeys, toSnake, totalKeys } from '../model/headline'
import { isObject } from '../model/value-path'

/** Names of fields, the likelier first, as schemas in English and Spanish call them. */
const fieldNames = {
  subtotal: [
    'subtotal',
    'sub_total',
    'net_amount',
    'net_total',
    'total_net',
    'net',
    'neto',
    'monto_neto',
    'importe_neto',
    'base_imponible',
  ],
  tax: [
    'tax',
    'tax_amount',
    'total_tax',
    'tax_total',
    'vat',
    'vat_amount',
    'iva',
    'igv',
    'monto_iva',
    'importe_iva',
    'cuota_iva',
    'impuesto',
    'impuestos',
  ],
  total: totalKeys,
  issued: issuedKeys,
  due: dueKeys,
}
const columnNames = {
  quantity: ['quantity', 'qty', 'units', 'cantidad', 'unidades'],
  price: ['unit_price', 'price', 'price_per_unit', 'precio_unitario', 'precio', 'valor_unitario'],
  amount: ['amount', 'line_total', 'line_amount', 'total', 'total_price', 'importe', 'monto', 'valor'],
}

/** What stands between net and total besides the tax, in whichever direction. */
const adjustment =
  /ship|freight|deliver|tip|gratuity|discount|rebate|withh|retention|round|deposit|prepa|advance|fee|charge|surcharge|paid|env[ií]o|flete|propina|descuento|retenci|irpf|redondeo|anticipo|cargo|recargo|otros|exent|exempt/i

export type Known<Value> = { path: string; value: Value }
type Result = Record<string, unknown>

export function findAmount(result: Result, name: 'subtotal' | 'tax' | 'total'): Known<number> | null {
  return findKnown({ holder: result, names: fieldNames[name], isValue: isNumber })
}

/** A calendar day, `YYYY-MM-DD`. */
export function findDay(result: Result, name: 'issued' | 'due'): Known<string> | null {
  const found = findKnown({ holder: result, names: fieldNames[name], isValue: isDay })
  return found && { ...found, value: found.value.slice(0, 10) }
}

export function listAdjustments(result: Result): Known<number>[] {
  return Object.entries(result).flatMap(([path, value]) =>
    isNumber(value) && value !== 0 && adjustment.test(path) && !isOfTotals(path) ? [{ path, value }] : [],
  )
}

const isOfTotals = (key: string) =>
  [...fieldNames.subtotal, ...fieldNames.tax, ...fieldNames.total].includes(toSnake(key))

export type Line = {
  path: string
  row: Result
  quantity: Known<number> | null
  price: Known<number> | null
  amount: Known<number> | null
}

/** The first list of things with an amount, without the rows that people took out. */
export function findLines({ result, isRemoved }: { result: Result; isRemoved: (path: string) => boolean }) {
  for (const [path, rows] of Object.entries(result)) {
    if (path.startsWith('_') || !Array.isArray(rows)) continue
    const lines = rows.flatMap((row: unknown, at): Line[] =>
      isObject(row) && !isRemoved(`${path}.${at}`) ? [toLine({ row, path: `${path}.${at}` })] : [],
    )
    if (lines.some(({ amount }) => amount)) return { path, lines }
  }
  return null
}

function toLine({ row, path }: Pick<Line, 'row' | 'path'>): Line {
  const column = (name: keyof typeof columnNames) => {
    const found = findKnown({ holder: row, names: columnNames[name], isValue: isNumber })
    return found && { ...found, path: `${path}.${found.path}` }
  }
  return { path, row, quantity: column('quantity'), price: column('price'), amount: column('amount') }
}

type Wanted<Value> = { holder: Result; names: string[]; isValue: (value: unknown) => value is Value }

function findKnown<Value>({ holder, names, isValue }: Wanted<Value>): Known<Value> | null {
  const keys = new Map(Object.keys(holder).map((key) => [toSnake(key), key]))
  for (const name of names) {
    const path = keys.get(name)
    const value = path === undefined ? undefined : holder[path]
    if (path !== undefined && isValue(value)) return { path, value }
  }
  return null
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}(?=$|[T ])/.test(value)
