/** Runs of a text: digits, letters, and what stands between. */
const runs = /\d+|\p{L}+|[^\d\p{L}]/gu

/** The kinds of runs that a text consists of: `P-4711/a` is `a-0/a`. */
export const formOf = (text: string) =>
  (text.match(runs) ?? []).map((run) => (/^\d/.test(run) ? '0' : /^\p{L}/u.test(run) ? 'a' : run)).join('')

/**
 * What texts have in common, as the source of an expression: letters that are the same in all stay, figures may be
 * others. Null where they have no form in common.
 */
export function shapeOf(texts: string[]): string | null {
  const parts = texts.map((text) => text.match(runs) ?? [])
  const [first] = parts
  if (!first || first.length > 20 || parts.some((one) => one.length !== first.length)) return null
  const common = first.map((_, at) => commonRun(parts.map((one) => one[at] ?? '')))
  return common.includes(null) ? null : common.join('')
}

function commonRun(texts: string[]): string | null {
  const [first = ''] = texts
  const lengths = texts.map((text) => [...text].length)
  const count = `{${Math.min(...lengths)},${Math.max(...lengths)}}`
  if (texts.every((text) => /^\d+$/.test(text))) return `\\d${count}`
  if (texts.every((text) => text === first)) return first.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  return texts.every((text) => /^\p{Lu}+$/u.test(text)) ? `\\p{Lu}${count}` : null
}

/** Whether a shape says so much that what has it on a page is hardly anything else. */
export function isTelling(shape: string): boolean {
  const parts = shape.match(/\\d\{\d+,\d+\}|\\p\{Lu\}\{\d+,\d+\}|\\.|[^\\]/gu) ?? []
  const isCounted = (part: string) => /^\\(?:d|p)/.test(part)
  const letters = parts.filter((part) => /^\p{L}$/u.test(part)).length
  const figures = parts.filter((part) => part.startsWith('\\d')).length
  // Three runs of figures may be a date or a telephone number.
  return figures > 0 && (letters > 0 || parts.some((part) => part.startsWith('\\p'))) && parts.some(isCounted)
}

/** A text that has the shape, for people: `P-0000`. */
export function sampleOf(shape: string): string {
  return shape
    .replaceAll(/\\d\{\d+,(\d+)\}/g, (_, most) => '0'.repeat(Number(most)))
    .replaceAll(/\\p\{Lu\}\{\d+,(\d+)\}/g, (_, most) => 'A'.repeat(Number(most)))
    .replaceAll(/\\(.)/g, '$1')
}
