/** Digits of other scripts (Unicode's class Nd) begin at these code points and go on for ten. */
const zeros = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0,
  0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50,
  0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0,
]

const signs = new Map([
  // pdfium's marks for a hyphen at the end of a line, and the soft one, which is printed where a PDF holds it.
  [0x2, '-'],
  [0xfffe, '-'],
  [0xad, '-'],
  [0x2010, '-'],
  [0x2011, '-'],
  // The decimal sign, the sign of thousands and the percent sign of Arabic.
  [0x66b, '.'],
  [0x66c, ','],
  [0x66a, '%'],
  [0x2044, '/'],
])

/** Marks of direction and joining, which nobody sees. */
const silent = /^(?:[\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\p{Variation_Selector})$/u
/**
 * What differs from plain letters by its look alone: ligatures, presentation forms, full and half widths, letters of
 * formulas, radicals, squared signs. Not raised digits: they would become part of the number that they stand beside.
 */
const dressed =
  /^[\u01c4-\u01cc\u2116\u2e80-\u2fdf\u3200-\u33ff\uf900-\ufdff\ufe10-\ufe6f\ufe70-\ufefc\uff00-\uffef\u{1d400}-\u{1d7ff}]$/u
const separator = /^[\s\p{Z}\u180e\u2800\u3164\uffa0]$/u

const ascii = Array.from({ length: 128 }, (_, code) =>
  code === 2 ? '-' : code <= 32 || code === 127 ? ' ' : String.fromCharCode(code),
)
const known = new Map<number, string>()

/**
 * A character as all later stages see it: every blank the same one, digits of any script as 0 to 9, letters without
 * the dress of a form. A mark that nobody sees becomes empty.
 */
export function plainCharacter(code: number): string {
  const plain = ascii[code] ?? known.get(code)
  if (plain !== undefined) return plain
  const found = findPlain(code)
  known.set(code, found)
  return found
}

/** A text with each of its characters made plain. */
export function plainText(text: string): string {
  return Array.from(text, (character) => plainCharacter(character.codePointAt(0) ?? 32)).join('')
}

function findPlain(code: number): string {
  const sign = signs.get(code)
  if (sign !== undefined) return sign
  const character = toCharacter(code)
  if (silent.test(character)) return ''
  if (separator.test(character)) return ' '
  const zero = zeros.find((first) => code >= first && code < first + 10)
  if (zero !== undefined) return String(code - zero)
  return dressed.test(character) ? character.normalize('NFKC') : character
}

function toCharacter(code: number): string {
  const isValid = code >= 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return isValid ? String.fromCodePoint(code) : '\ufffd'
}
