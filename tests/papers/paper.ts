/** Lengths are points from the upper left of the page; a run holds the words of one cell or phrase. */
export type Run = {
  text: string
  x: number
  y: number
  width: number
  height: number
  size: number
  bold?: true
  font: FontFamily
  colour?: string
}

export type FontFamily = 'sans' | 'serif' | 'mono' | 'condensed'

export type Shape =
  | { kind: 'rule'; x1: number; y1: number; x2: number; y2: number; thickness: number; colour: string }
  | { kind: 'box'; x: number; y: number; width: number; height: number; thickness: number; colour: string }
  | { kind: 'band'; x: number; y: number; width: number; height: number; colour: string }
  /** An SVG path in a square of 100 units, drawn with this side; where it overlaps itself it is open. */
  | { kind: 'emblem'; x: number; y: number; width: number; path: string; colour: string }

export type PaperPage = { width: number; height: number; runs: Run[]; shapes: Shape[] }

/** A range of characters of a run. */
export type Place = { page: number; run: number; start: number; end: number }

/** Every printing of the value as this field; a printing over several lines has several parts. */
export type TrueField = { value: string | number; occurrences: Place[][] }

export type ColumnKey = 'description' | 'quantity' | 'unit_price' | 'amount'

export type TrueRow = { [column in ColumnKey]?: TrueField }

export const paperKinds = [
  'invoice',
  'receipt',
  'credit_note',
  'quotation',
  'delivery_note',
  'order_confirmation',
  'statement',
  'letter',
] as const

export type PaperKind = (typeof paperKinds)[number]

export type Paper = {
  id: string
  kind: PaperKind
  language: string
  country: string
  currency: string
  pages: PaperPage[]
  truth: { [field: string]: TrueField }
  lineItems: TrueRow[]
  /** The issuer: papers of one group belong into one fold. */
  group: string
}
