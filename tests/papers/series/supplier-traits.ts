import { makeCoinedWord } from '../content/parties'
import type { Random } from '../random'

/** What a supplier's papers do that a reader who does not know them gets wrong. */
export const oddities = ['plain', 'odd labels', 'odd dates', 'logo', 'other name'] as const
export type Oddity = (typeof oddities)[number]

export type Traits = {
  oddity: Oddity
  /** Labels that nobody else uses, by the fact they stand at. */
  labels: { [fact: string]: string }
  numberForm: string
  orderForm: string
  /** Days from the paper's own to the day it falls due. */
  dueDays: number
  hasOrder: boolean
  hasDue: boolean
  items: { from: number; to: number }
  /** 0: text of a PDF; above: read from a picture, with its mistakes. */
  noise: number
}

const numberForms = [
  '######',
  'INV-{yyyy}-####',
  '{yyyy}/####',
  'F{yy}-#####',
  'RE-#####',
  '@@-######',
  '####-{yy}',
  '#####',
]
const orderForms = ['PO-#####', '45########', '@@-####-##', '######', 'K##-####', '7000######']
/** The facts that may have a label of the firm's own. */
const ownLabels = ['number', 'date', 'due_date', 'purchase_order', 'total']

export function chooseTraits({ random, oddity }: { random: Random; oddity: Oddity }): Traits {
  const from = random.whole(1, 4)
  const odd = oddity === 'odd labels' ? random.some(ownLabels, random.whole(2, 3)) : []
  return {
    oddity,
    labels: Object.fromEntries(odd.map((fact) => [fact, coinLabel(random)])),
    numberForm: random.pick(numberForms),
    orderForm: random.pick(orderForms),
    dueDays: random.pick([7, 14, 30, 30, 60]),
    hasOrder: odd.includes('purchase_order') || random.chance(0.5),
    hasDue: odd.includes('due_date') || random.chance(0.6),
    items: { from, to: from + random.whole(0, 3) },
    noise: random.chance(0.2) ? 0.25 : 0,
  }
}

function coinLabel(random: Random): string {
  const words = Array.from({ length: random.whole(1, 2) }, () => makeCoinedWord(random))
  return words.join(' ')
}
