import { monthOf } from './month-names'

export type DateOrder = 'day-first' | 'month-first'
export type DecimalMark = ',' | '.'

/** A day as it is printed, `YYYY-MM-DD`; null where the text is anything else. */
export function readDate({ text, order }: { text: string; order: DateOrder }): string | null {
  const bare = text
    .trim()
    .replace(/^[(:]{1,3}|[),.;:]{1,3}$/g, '')
    .replaceAll(/\s?([/.-])\s?/g, '$1')
  const [, first, second, third] = /^(\d{1,4})[/.-](\d{1,2})[/.-](\d{2,4})$/.exec(bare) ?? []
  if (first && second && third) return readFigures({ first, second, third, order })
  return readWithName(bare)
}

type Figures = { first: string; second: string; third: string; order: DateOrder }

function readFigures({ first, second, third, order }: Figures): string | null {
  if (first.length === 4) return toDay({ year: first, month: Number(second), day: third })
  if (first.length > 2 || third.length === 3) return null
  const [day, month] = order === 'day-first' ? [first, second] : [second, first]
  return toDay({ year: third, month: Number(month), day })
}

/** `3 de marzo de 2026`, `March 3rd, 2026`, `03-MAR-26`. */
function readWithName(text: string): string | null {
  const tokens = text
    .split(/[\s,/.-]+/)
    .filter((token) => token !== '' && !/^\p{Ll}{1,3}$/u.test(withoutMonth(token)))
  if (tokens.length !== 3) return null
  const at = tokens.findIndex((token) => /\p{L}{3}/u.test(token) && monthOf(token) !== null)
  const month = monthOf(tokens[at] ?? '')
  const [one = '', other = ''] = tokens
    .filter((_, index) => index !== at)
    .map((token) => token.replace(/(?<=^\d{1,2})(?:st|nd|rd|th|er|º|ª|°)$/u, ''))
  if (month === null || !/^\d+$/.test(one) || !/^\d+$/.test(other)) return null
  return one.length === 4 ? toDay({ year: one, month, day: other }) : toDay({ year: other, month, day: one })
}

const withoutMonth = (token: string) => (monthOf(token) === null ? token : token.toUpperCase())

function toDay({ year, month, day }: { year: string; month: number; day: string }): string | null {
  if (year.length !== 4 && year.length !== 2) return null
  const full = year.length === 4 ? Number(year) : 2000 + Number(year)
  const instant = new Date(Date.UTC(full, month - 1, Number(day)))
  const isDay = instant.getUTCMonth() === month - 1 && instant.getUTCDate() === Number(day)
  return isDay && full > 1900 && full < 2100 ? instant.toISOString().slice(0, 10) : null
}

/** An amount as it is printed, with or without a currency's sign or code beside it. */
export function readAmount({ text, mark }: { text: string; mark: DecimalMark }): number | null {
  const bare = text
    .trim()
    .replaceAll(/[\s'’]/g, '')
    .replace(/^[:=]/, '')
  const [, before = '', figures = '', behind = ''] =
    /^(-?(?:\p{L}{0,3}\p{Sc}-?|\p{Lu}{3}|\p{L}{1,3}\.)?)(\d[\d.,]*)(-?(?:\p{Sc}|\p{L}{1,3}\.?)?)$/u.exec(
      bare,
    ) ?? []
  const group = mark === ',' ? '.' : ','
  const isNumber =
    mark === ','
      ? /^\d{1,3}(?:\.\d{3})*(?:,\d+)?$|^\d+(?:,\d+)?$/.test(figures)
      : /^\d{1,3}(?:,\d{3})*(?:\.\d+)?$|^\d+(?:\.\d+)?$/.test(figures)
  if (!isNumber) return null
  const amount = Number(figures.replaceAll(group, '').replace(mark, '.'))
  return /-/.test(before + behind) && amount !== 0 ? -amount : amount
}

/** A text without the marks that only part it from others. */
export const bareText = (text: string) =>
  text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^[:;,.#\s]+|[:;,\s]+$/g, '')
