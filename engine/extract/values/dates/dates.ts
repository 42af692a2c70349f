import { findAll } from '@/engine/extract/vocabulary/find-all'
import { toTextKey } from '@/engine/extract/vocabulary/text-key'
import monthNames from '@/engine/knowledge/month-names.json'

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
  /** Eight digits in a row, or three figures apart by blanks: a date only where a label says so. */
  needsLabel: boolean
}

const separator = '\\s?[./-]\\s?'
const monthWord = '(\\p{L}[\\p{L}\\p{M}]{2,11}|[\\p{Script=Thai}.]{3,8})\\.?'
const dayMark = '(?:st|nd|rd|th|er|\\.?ª|º|°|\\.)?'
const year = "('?\\d{4}|['’]?\\d{2})"
/** Between day, month and year: `de`, `of`, `day of`, an article. */
const join = "(?:day\\s)?(?:de[l]?\\s|of\\s|d[’']|di\\s|the\\s)?"

type Pattern = {
  regex: RegExp
  read: (parts: string[], order: DateOrder) => DateParts | null
  needsLabel?: true
}

const patterns: Pattern[] = [
  {
    regex: new RegExp(`(?<![\\d.,/-])(\\d{4})${separator}(\\d{1,2})${separator}(\\d{1,2})(?!\\d)`, 'gu'),
    read: ([full, month, day]) => toParts({ year: full, month, day }),
  },
  // Chinese, Japanese and Korean; a year of three digits counts from 1911, as Taiwan does.
  {
    regex:
      /(?<!\d)(?:民國|民国|中華民國)?\s?(\d{2,4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日号號일]/gu,
    read: ([full, month, day]) => toParts({ year: fromMinguo(full), month, day }),
  },
  {
    regex:
      /(令和|平成|昭和|R|H)\s?\.?(\d{1,2}|元)\s?(?:年|\.)\s?(\d{1,2})\s?(?:月|\.)\s?(\d{1,2})\s?日?(?!\d)/gu,
    read: ([era, count, month, day]) => toParts({ year: fromEra({ era, count }), month, day }),
  },
  {
    regex: new RegExp(
      `(?<![\\d.,/-])(\\d{1,2})(${separator})(\\d{1,2})${separator}(\\d{4}|'?\\d{2})(?![\\d/]|[.,-]\\d)`,
      'gu',
    ),
    // Points between the figures are only used where the day comes first.
    read: ([first, mark, second, full], order) =>
      readNumeric({ first, second, year: full, order: mark?.includes('.') ? 'day-first' : order }),
  },
  {
    regex: new RegExp(
      `(?<![\\d.,/])(\\d{1,2})${dayMark}[\\s./-]{0,3}${join}${monthWord}[\\s./,-]{0,3}(?:de[l]?\\s|พ\\.?ศ\\.?\\s?)?${year}(?!\\d|:)`,
      'giu',
    ),
    read: ([day, word, full]) => readNamed({ day, word, year: full }),
  },
  {
    regex: new RegExp(
      `(?<!\\p{L})${monthWord}[\\s.-]{0,3}(\\d{1,2})(?:st|nd|rd|th)?[\\s,.-]{1,3}(\\d{4}|['’]\\d{2}|(?<=,\\s)\\d{2})(?![\\d:]|[.,]\\d)`,
      'giu',
    ),
    read: ([word, day, full]) => readNamed({ day, word, year: full }),
  },
  {
    regex: new RegExp(`(?<!\\d)(\\d{4})[\\s./-]{1,2}${monthWord}[\\s./-]{1,2}(\\d{1,2})(?!\\d)`, 'giu'),
    read: ([full, word, day]) => readNamed({ day, word, year: full }),
  },
  {
    regex: /(?<![\d.,/-])(20\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?![\d.,/-])/gu,
    read: ([full, month, day]) => toParts({ year: full, month, day }),
    needsLabel: true,
  },
  // A year of three digits first is Taiwan's.
  {
    regex: /(?<![\d.,/-])(\d{3})([/.-])(\d{1,2})\2(\d{1,2})(?![\d.,/-])/gu,
    read: ([full, , month, day]) => toParts({ year: fromMinguo(full), month, day }),
    needsLabel: true,
  },
  {
    regex: /(?<![\d.,/-]|\d\s)(\d{2})\s(\d{2})\s(\d{4})(?![\d.,/-]|\s\d)/gu,
    read: ([first, second, full], order) => readNumeric({ first, second, year: full, order }),
    needsLabel: true,
  },
]

export type DateSearch = {
  /** How dates like 03/04/2025 are to be read. */
  order: DateOrder
  /** Anything before is a number that looks like a date; business papers are of living memory. */
  earliestYear?: number
}

/**
 * All dates printed in a text, in order of appearance, in the usual forms of the languages and calendars that the
 * engine knows.
 */
export function findDates({ text, order, earliestYear = 1970 }: DateSearch & { text: string }): FoundDate[] {
  if (!/\d/.test(text)) return []
  const found: FoundDate[] = []
  for (const { regex, read, needsLabel = false } of patterns) {
    for (const match of findAll({ pattern: regex, text })) {
      const date = toFoundDate({ match, parts: read(match.slice(1), order), earliestYear, needsLabel })
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
  needsLabel,
}: {
  match: RegExpExecArray
  parts: DateParts | null
  earliestYear: number
  needsLabel: boolean
}): FoundDate | null {
  if (!parts || parts.year < earliestYear || !isRealDay(parts)) return null
  const pad = (figure: number) => String(figure).padStart(2, '0')
  return {
    value: `${parts.year}-${pad(parts.month)}-${pad(parts.day)}`,
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
    isAmbiguous: parts.isAmbiguous,
    needsLabel,
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
  const month = monthByName.get(monthKey(word))
  if (month === undefined) return null
  // Short years beside Thai months are of the Buddhist calendar.
  const isShort = /\p{Script=Thai}/u.test(word) && year?.length === 2
  return toParts({ year: isShort ? `25${year}` : year, month: String(month), day })
}

const monthByName = new Map(
  Object.entries(monthNames).flatMap(([month, names]) =>
    names.map((name) => [monthKey(name), Number(month)] as const),
  ),
)

/** Thai months in short differ by their vowel marks alone. */
function monthKey(word: string): string {
  return /\p{Script=Thai}/u.test(word) ? word.replace(/\./g, '') : toTextKey(word)
}

/** The Buddhist calendar of Thailand is 543 years ahead; nobody dates papers so far into the future. */
const buddhistLead = 543
const firstBuddhistYear = 2400

/** Two digits are of this century until 2069, as the POSIX rule for `%y` splits them. */
function toFullYear(text: string): number {
  const digits = text.replace(/['’]/, '')
  const year = Number(digits)
  if (digits.length > 2) return year >= firstBuddhistYear ? year - buddhistLead : year
  return year + (year < 70 ? 2000 : 1900)
}

/** Taiwan counts from 1912 as year 1; its years have two or three digits before 年. */
function fromMinguo(text = ''): string {
  return text.length < 4 ? String(Number(text) + 1911) : text
}

/** The year before each era of Japan's emperors. */
const eraStarts: { [era: string]: number } = { 令和: 2018, R: 2018, 平成: 1988, H: 1988, 昭和: 1925 }

function fromEra({ era = '', count }: { era: string | undefined; count: string | undefined }): string {
  return String((eraStarts[era] ?? 0) + (count === '元' ? 1 : Number(count)))
}
