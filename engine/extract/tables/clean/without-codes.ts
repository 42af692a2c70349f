import type { ListRow } from '../read-cells'

/** Shorter words with figures are sizes and the like, and part of a name. */
const leastLetters = 6

/** Names without the numbers of articles before them: words of one form, with figures, that begin several names. */
export function withoutCodes(rows: ListRow[]): ListRow[] {
  const forms = rows.flatMap((row) => formOf(nameOf(row)) ?? [])
  return rows.map((row) => {
    const form = formOf(nameOf(row))
    const isCode = form !== null && forms.filter((one) => one === form).length > 1
    return isCode ? new Map([...row].map((cell) => withoutFirstWord(cell))) : row
  })
}

type Cell = ListRow extends Map<infer Field, infer Value> ? [Field, Value] : never

function withoutFirstWord([field, found]: Cell): Cell {
  const isName = field.concept === 'description' && typeof found.value === 'string'
  return [field, isName ? { ...found, value: String(found.value).replace(/^\S+\s+/, '') } : found]
}

function nameOf(row: ListRow): string {
  return String([...row].find(([{ concept }]) => concept === 'description')?.[1].value ?? '')
}

/** `B49-Q18` is a letter, two figures, a hyphen …; null where no other word follows. */
function formOf(name: string): string | null {
  const [, code = ''] = /^(\S+)\s+\S/.exec(name) ?? []
  if (code.length < leastLetters || !/\d.*\d/.test(code)) return null
  return code.replace(/\d/g, '9').replace(/\p{L}/gu, 'A')
}
