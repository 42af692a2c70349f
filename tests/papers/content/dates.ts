import type { Words } from '../words/words'

/** A calendar day, counted as JavaScript's days since 1970. */
export type Day = number

export function toDay(year: number, month: number, day: number): Day {
  return Date.UTC(year, month - 1, day) / 86_400_000
}

export function toIsoDate(day: Day): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

/** `{dd}.{mm}.{yyyy}` and the like; `{rr}` Reiwa, `{roc}` Minguo and `{be}` Buddhist years. */
export function formatDate(day: Day, form: string, words: Words): string {
  const iso = toIsoDate(day)
  const year = Number(iso.slice(0, 4))
  const month = Number(iso.slice(5, 7))
  const date = Number(iso.slice(8, 10))
  const long = words.months[month - 1] ?? ''
  const short = words.shortMonths[month - 1] ?? ''
  const parts: { [part: string]: string } = {
    d: String(date),
    dd: twoDigits(date),
    do: `${date}${ordinalEnding(date)}`,
    m: String(month),
    mm: twoDigits(month),
    mmm: short,
    MMM: short.toUpperCase(),
    mmmm: long,
    MMMM: long.toUpperCase(),
    yy: iso.slice(2, 4),
    yyyy: String(year),
    rr: String(year - 2018),
    roc: String(year - 1911),
    be: String(year + 543),
  }
  return form.replace(/\{(\w+)\}/g, (_, part: string) => parts[part] ?? '')
}

export function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

function ordinalEnding(date: number): string {
  if (date >= 11 && date <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][date % 10] ?? 'th'
}
