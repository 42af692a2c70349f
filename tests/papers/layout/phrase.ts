import { type TextLook, widthOf } from '../fonts/text-width'

/** What a piece of text says: a field of the paper, or of one of its rows. One mark is one printing of the value. */
export type Mark = { field: string; value: string | number; row?: number }

export type Piece = string | { text: string; marks: Mark[] }

export type Phrase = Piece[]

export function marked(text: string, field: string, value: string | number = text): Piece {
  return { text, marks: [{ field, value }] }
}

export function textOf(phrase: Phrase): string {
  return phrase.map(textOfPiece).join('')
}

export function textOfPiece(piece: Piece): string {
  return typeof piece === 'string' ? piece : piece.text
}

/** `{slots}` of the template give way to phrases. */
export function fill(template: string, slots: Record<string, Phrase | string>): Phrase {
  return template
    .split(/(\{\w+\})/)
    .filter((part) => part !== '')
    .flatMap((part): Phrase => {
      const slot = /^\{(\w+)\}$/.exec(part)?.[1]
      if (slot === undefined) return [part]
      const filling = slots[slot]
      if (filling === undefined) throw new Error(`Nothing fills {${slot}} of "${template}".`)
      return typeof filling === 'string' ? [filling] : filling
    })
}

/** In capital letters; a name that is the text itself is then printed, and true, in capitals too. */
export function inCapitals(phrase: Phrase): Phrase {
  return phrase.map((piece) => {
    if (typeof piece === 'string') return piece.toUpperCase()
    const marks = piece.marks.map((mark) =>
      typeof mark.value === 'string' && !isIsoDate(mark.value)
        ? Object.assign(mark, { value: mark.value.toUpperCase() })
        : mark,
    )
    return { text: piece.text.toUpperCase(), marks }
  })
}

function isIsoDate(value: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(value)
}

/** Lines no wider than `width`, broken at blanks; a marked piece may go on in the next line. */
export function wrap(phrase: Phrase, { width, ...look }: TextLook & { width: number }): Phrase[] {
  if (widthOf(textOf(phrase), look) <= width) return [phrase]
  const lines: Phrase[] = []
  let line: Phrase = []
  let used = 0
  for (const piece of phrase.flatMap(splitAtBlanks)) {
    const text = textOfPiece(piece)
    const wide = widthOf(text, look)
    if (used + widthOf(text.trimEnd(), look) > width && line.length > 0 && endsWithBlank(line)) {
      lines.push(trimmed(line))
      line = []
      used = 0
    }
    line.push(piece)
    used += wide
  }
  if (line.length > 0) lines.push(trimmed(line))
  return lines
}

function endsWithBlank(line: Phrase): boolean {
  const last = line.at(-1)
  return last !== undefined && textOfPiece(last).endsWith(' ')
}

function splitAtBlanks(piece: Piece): Piece[] {
  const parts = textOfPiece(piece).match(/\S+\s*|\s+/g) ?? []
  return typeof piece === 'string' ? parts : parts.map((text) => ({ text, marks: piece.marks }))
}

/** Neighbours with the same marks become one piece again, and the blank at the end goes. */
function trimmed(line: Phrase): Phrase {
  const joined: Phrase = []
  for (const piece of line) {
    const last = joined.at(-1)
    if (last === undefined) joined.push(piece)
    else if (typeof last === 'string' && typeof piece === 'string') joined[joined.length - 1] = last + piece
    else if (typeof last !== 'string' && typeof piece !== 'string' && last.marks === piece.marks)
      joined[joined.length - 1] = { text: last.text + piece.text, marks: last.marks }
    else joined.push(piece)
  }
  const last = joined.at(-1)
  if (typeof last === 'string') joined[joined.length - 1] = last.trimEnd()
  else if (last) joined[joined.length - 1] = { text: last.text.trimEnd(), marks: last.marks }
  return joined
}
