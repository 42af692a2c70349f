/** As an ISO day; undefined where the text is no day. `isDayFirst` decides where day and month may be either. */
export function parseDay({ text, isDayFirst }: { text: string; isDayFirst: boolean }): string | undefined {
  const words = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/^(\p{L}+),?\s+(?=\d)/u, (whole, first: string) => (monthOf(first) ? whole : ''))
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(t.*)?$/.exec(words)
  if (iso) return toDay({ year: iso[1], month: Number(iso[2]), day: iso[3] })
  const figures = /^(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{4}|\d{2})$/.exec(words)
  if (figures)
    return fromFigures({ one: Number(figures[1]), other: Number(figures[2]), year: figures[3], isDayFirst })
  return fromWords(words)
}

type Figures = { one: number; other: number; year: string | undefined; isDayFirst: boolean }

function fromFigures({ one, other, year, isDayFirst }: Figures): string | undefined {
  const first = toDay(isDayFirst ? { year, month: other, day: one } : { year, month: one, day: other })
  return first ?? toDay(isDayFirst ? { year, month: one, day: other } : { year, month: other, day: one })
}

/** `12 de marzo de 2026`, `March 12th, 2026`, `12-Mar-26`: a month's name among two figures. */
function fromWords(words: string): string | undefined {
  const parts = words.split(/[\s,./-]+/).filter((part) => part !== '' && !/^(de|del|of|the)$/.test(part))
  const at = parts.findIndex((part) => monthOf(part) !== undefined)
  const month = monthOf(parts[at] ?? '')
  const figures = parts
    .filter((_, index) => index !== at)
    .map((part) => /^(\d{1,4})(st|nd|rd|th|º|o)?$/.exec(part)?.[1])
  const [first, second] = figures
  if (month === undefined || figures.length !== 2 || !first || !second) return undefined
  return first.length === 4
    ? toDay({ year: first, month, day: second })
    : toDay({ year: second, month, day: first })
}

type Parts = { year: string | undefined; month: number; day: string | number | undefined }

/** Undefined where the calendar has no such day. */
function toDay({ year: written, month, day }: Parts): string | undefined {
  const year = fullYear(written ?? '')
  const date = new Date(Date.UTC(year, month - 1, Number(day)))
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === Number(day)
  return isReal && year >= 1900 && year <= 2199 ? date.toISOString().slice(0, 10) : undefined
}

const fullYear = (written: string) => (written.length === 2 ? 2000 + Number(written) : Number(written))

/** Papers come in more languages than the desk has. */
const languages = ['en', 'es', 'pt', 'fr', 'de', 'it', 'nl']

const months = new Map(
  languages.flatMap((language) =>
    (['long', 'short'] as const).flatMap((style) => {
      const name = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' })
      return Array.from({ length: 12 }, (_, month): [string, number] => [
        plain(name.format(new Date(Date.UTC(2026, month, 15)))),
        month + 1,
      ])
    }),
  ),
)

const monthOf = (word: string) => months.get(word) ?? (/^sept?$/.test(word) ? 9 : undefined)

function plain(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
}
