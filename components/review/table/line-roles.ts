import { humanise } from '@/lib/steps/field-schema'
import type { ResultTable } from '../result/result-tree'

const words = {
  quantity: /^(quantity|qty|units|hours|cantidad|cant|unidades|horas)$/i,
  price:
    /^(unit price|price|unit cost|rate|price per unit|price each|precio( unitario)?|valor unitario|costo unitario)$/i,
  amount:
    /^(amount|total|line total|line amount|total amount|total price|net amount|importe|monto|subtotal|total linea|valor total)$/i,
  discount: /discount|descuento|rebate|dto/i,
} as const

export type LineRole = keyof typeof words

/** Which columns of a table count, price and add up, by the names of their fields; -1 where there is none. */
export function lineRoles({ columns }: ResultTable): Record<LineRole, number> {
  const find = (role: LineRole) => columns.findIndex(({ key }) => words[role].test(humanise(key)))
  return {
    quantity: find('quantity'),
    price: find('price'),
    amount: find('amount'),
    discount: find('discount'),
  }
}
