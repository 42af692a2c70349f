import type { Mark, Phrase, Piece } from '../../layout/phrase'
import type { Entry } from '../plan/plan'
import type { Value } from '../values/make-value'
import type { Office } from '../values/office'
import type { Look } from './frame'

/** A label and the lines of its value, ready to be laid out. */
export type Cell = { label: Phrase; value: Phrase[]; isLong: boolean }

export function toCell(given: { entry: Entry; office: Office; look: Look; at: number }): Cell {
  const { entry, office, look, at } = given
  const { random } = office
  const text = dressLabel(entry.label, look, at)
  const { value } = entry
  if (!value) return { label: [text], value: office.nothing === '' ? [] : [[office.nothing]], isLong: false }
  if (value.type === 'boolean' && random.chance(0.2))
    return { label: tickBefore(entry, office, text), value: [], isLong: false }
  const lines = sayValue({ value, path: entry.path, office })
  return { label: [text], value: lines, isLong: lines.length > 1 || (value.lines[0] ?? '').length > 38 }
}

/** The value's lines with a mark where the schema asks for it. */
export function sayValue(given: { value: Value; path: string | null; office: Office }): Phrase[] {
  const { value, path, office } = given
  if (
    value.options &&
    office.random.chance(value.type === 'boolean' ? 0.65 : 0.5) &&
    value.options.join('').length < 60
  )
    return tickOne({ value, path, office })
  const { before, after } = value
  const marks = marksOf(value, path)
  return value.lines.map((line, at) => [
    ...(before !== undefined && at === 0 ? [before] : []),
    toPiece(line, marks),
    ...(after !== undefined && at === value.lines.length - 1 ? [after] : []),
  ])
}

/** In one line, as in a sentence or a row of several pairs. */
export function sayInLine(given: { value: Value; path: string | null }): Phrase {
  const { value, path } = given
  const marks = marksOf(value, path)
  const text = toPiece(value.lines.join(', '), marks)
  return [
    ...(value.before === undefined ? [] : [value.before]),
    text,
    ...(value.after === undefined ? [] : [value.after]),
  ]
}

export function marksOf(value: Value, path: string | null): Mark[] {
  return path === null ? [] : [{ field: path, value: String(value.truth) }]
}

export function toPiece(text: string, marks: Mark[]): Piece {
  return marks.length === 0 ? text : { text, marks }
}

/** `☐ Single   ☒ Married`, or one below the other. */
function tickOne({ value, path, office }: { value: Value; path: string | null; office: Office }): Phrase[] {
  const { on, off, behind } = office.ticks
  const marks = marksOf(value, path)
  const options = (value.options ?? []).map((option): Phrase => {
    const isChosen = option === value.lines[0]
    const box = (isChosen ? on : off).replace(' ', '\u00a0')
    const text = isChosen ? toPiece(option, marks) : option
    return behind ? [text, `\u00a0${box}`] : [`${box}\u00a0`, text]
  })
  if (office.random.chance(0.15)) return options
  const gap = office.random.pick(['  ', '   ', '     '])
  return [options.flatMap((option, at) => (at > 0 ? [gap, ...option] : option))]
}

/** `☒ Insured`: the box alone is the value. */
function tickBefore(entry: Entry, { ticks }: Office, label: string): Phrase {
  const { value } = entry
  if (!value) return [label]
  const box = value.truth === true ? ticks.on : ticks.off
  return [toPiece(box, marksOf(value, entry.path)), ` ${label.replace(/\s*[:：]$/, '')}`]
}

export function dressLabel(label: string, look: Look, at: number): string {
  const text = look.capitals ? label.toUpperCase() : label
  const colon = /[:?)]$/.test(text) && look.colon !== ':' ? '' : text.endsWith(':') ? '' : look.colon
  return `${look.numbering.replace('{n}', String(at + 1))}${text}${look.mark}${colon}`
}
