import monthNames from '../../knowledge/month-names.json'
import { toTextKey } from '../labels/text-key'

export type DateOrder = 'day-first' | 'month-first'

export type FoundDate = {
  /** ISO calendar day. */
  value: string
  text: string
  /** Where the text begins and ends in what was searched. */
  start: number
  end: number
  /** Whether day and month could be the other way round. */
  isAmbiguous: boolean
}

const separator = '\\s?[./-]\\s?'
const monthWord = '(\\p{L}{3,10})\\.?'
const patterns: { regex: RegExp; read: (parts: string[], order: DateOrder) => DateParts | null }[] = [
  {
    regex: new RegExp(`(?<![\\d.,/-])(\\d{4})${separator}(\\d{1,2})${separator}(\\d{1,2})(?!\\d)`, 'gu'),
    read: ([year, month, day]) => toParts({ year, month, day }),
  },
  {
    regex: /(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/gu,
    read: ([year, month, day]) => toParts({ year, month, day }),
  },
  {
    regex: new RegExp(
      `(?<![\\d.,/-])(\\d{1,2})(${separator})(\\d{1,2})${separator}(\\d{4}|'?\\d{2})(?![\\d/]|[.,-]\\d)`,
      'gu',
    ),
    // Points between the figures are only used where the day comes first.
    read: ([first, mark, second, year], order) =>
      readNumeric({ first, second, year, order: mark?.includes('.') ? 'day-first' : order }),
  },
  {
    regex: new RegExp(
      `(?<![\\d.,/])(\\d{1,2})(?:st|nd|rd|th|er|\\.|º|°)?[\\s./-]{0,3}(?:de[l]?\\s|d')?${monthWord}[\\s./,-]{0,3}(?:de[l]?\\s)?('?\\d{4}|'?\\d{2})(?!\\d|:)`,
      'giu',
    ),
    read: ([day, word, year]) => readNamed({ day, word, year }),
  },
  {
    regex: new RegExp(
      `(?<!\\p{L})${monthWord}[\\s.-]{0,3}(\\d{1,2})(?:st|nd|rd|th)?[\\s,.-]{1,3}(\\d{4})(?!\\d)`,
      'giu',
    ),
    read: ([word, day, year]) => readNamed({ day, word, year }),
  },
]

/**
 * All dates printed in a text, in order of appearance, in the usual forms of the languages the engine knows.
 * @param order how dates like 03/04/2025 are to be read
 * @param earliestYear anything before is a number that looks like a date; business papers are of living memory
 */
export function findDates({
  text,
  order,
  earliestYear = 1970,
}: {
  text: string
  order: DateOrder
  earliestYear?: number
}): FoundDate[] {
  if (!/\d/.test(text)) return []
  const found: FoundDate[] = []
  for (const { regex, read } of patterns) {
    for (const match of text.matchAll(regex)) {
      const date = toFoundDate({ match, parts: read(match.slice(1), order), earliestYear })
      if (date && !found.some((other) => date.start < other.end && other.start < date.end)) found.push(date)
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

type DateParts = { year: number; month: number; day: number; isAmbiguous: boolean }

function toFoundDate({
  match,
  parts,
  earliestYear,
}: {
  match: RegExpExecArray
  parts: DateParts | null
  earliestYear: number
}): FoundDate | null {
  if (!parts || parts.year < earliestYear || !isRealDay(parts)) return null
  const pad = (figure: number) => String(figure).padStart(2, '0')
  return {
    value: `${parts.year}-${pad(parts.month)}-${pad(parts.day)}`,
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
    isAmbiguous: parts.isAmbiguous,
  }
}

function isRealDay({ year, month, day }: DateParts): boolean {
  if (year > 2099) return false
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

type Texts = { [part in 'year' | 'month' | 'day']: string | undefined }

function toParts({ year, month, day }: Texts): DateParts | null {
  if (year === undefined || month === undefined || day === undefined) return null
  return { year: toFullYear(year), month: Number(month), day: Number(day), isAmbiguous: false }
}

function readNumeric({
  first = '',
  second = '',
  year,
  order,
}: {
  first: string | undefined
  second: string | undefined
  year: string | undefined
  order: DateOrder
}): DateParts | null {
  const isMonthFirst = Number(second) > 12 || (order === 'month-first' && Number(first) <= 12)
  const parts = isMonthFirst
    ? toParts({ year, month: first, day: second })
    : toParts({ year, month: second, day: first })
  const isAmbiguous = Number(first) <= 12 && Number(second) <= 12 && first !== second
  return parts && { ...parts, isAmbiguous }
}

function readNamed({
  day,
  word = '',
  year,
}: {
  day: string | undefined
  word: string | undefined
  year: string | undefined
}): DateParts | null {
  const month = findMonth(word)
  return month === null ? null : toParts({ year, month: String(month), day })
}

const monthByName = new Map(
  Object.entries(monthNames).flatMap(([month, names]) =>
    names.map((name) => [toTextKey(name), Number(month)] as const),
  ),
)

function findMonth(word: string): number | null {
  return monthByName.get(toTextKey(word)) ?? null
}

/** Two digits are of this century until 2069, as the POSIX rule for `%y` splits them. */
function toFullYear(text: string): number {
  const digits = text.replace("'", '')
  const year = Number(digits)
  return digits.length > 2 ? year : year + (year < 70 ? 2000 : 1900)
}
