import calendar from './months.json'
import type { Office } from './office'

const months: { [language: string]: string[] } = calendar

/** Written in the office's form, or another. */
export function writeDate(iso: string, office: Office, form: string = office.dateForm): string {
  const [year = '', month = '', day = ''] = iso.split('-')
  const long = months[office.language]?.[Number(month) - 1] ?? ''
  const short = long.length > 4 ? long.slice(0, 3) : long
  const parts: { [part: string]: string } = {
    d: String(Number(day)),
    dd: day,
    do: `${Number(day)}${ordinalEnding(Number(day))}`,
    m: String(Number(month)),
    mm: month,
    mmm: short,
    MMM: short.toUpperCase(),
    mmmm: long,
    MMMM: long.toUpperCase(),
    yy: year.slice(2),
    yyyy: year,
  }
  return form.replace(/\{(\w+)\}/g, (_, part: string) => parts[part] ?? '')
}

export function writeMonth(iso: string, office: Office): string {
  const { random } = office
  const form = random.pick(['{mmmm} {yyyy}', '{mmm} {yyyy}', '{mm}/{yyyy}', '{yyyy}-{mm}', '{mmm}-{yy}'])
  return writeDate(iso, office, form)
}

/** A day within so many years from the present, as ISO; `birth` days are long past. */
export function makeDay(office: Office, when: string): string {
  const { random } = office
  const now = Date.UTC(2026, 0, 1) / 86_400_000
  const [from, to] =
    when === 'birth'
      ? [-29_000, -6_800]
      : when === 'future'
        ? [10, 2_200]
        : when === 'old'
          ? [-9_000, -300]
          : [-900, 420]
  return toIsoDay(now + random.whole(from, to))
}

export function toIsoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

export function makeClock(office: Office): { printed: string; iso: string } {
  const { random } = office
  const hours = random.weighted([
    [random.whole(7, 19), 5],
    [random.whole(0, 23), 1],
  ])
  const minutes = String(random.pick([0, 0, 15, 30, 45, random.whole(0, 59)])).padStart(2, '0')
  const iso = `${String(hours).padStart(2, '0')}:${minutes}`
  if (office.clock === 24) return { printed: iso, iso }
  const half = hours < 12 ? 'AM' : 'PM'
  return { printed: `${hours % 12 === 0 ? 12 : hours % 12}:${minutes} ${half}`, iso }
}

function ordinalEnding(date: number): string {
  if (date >= 11 && date <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][date % 10] ?? 'th'
}
