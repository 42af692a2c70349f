import { textKey } from './text-key'

/** Languages whose names of months are known: the names are those of the runtime's own data. */
const languages =
  'en es fr de it pt nl ca gl eu pl cs sk sl hr sv da nb fi et lv lt ro hu tr el id ms vi ru uk bg'.split(' ')

let known: Map<string, number> | undefined

/** 1 to 12 for the name of a month or its usual short form, as it stands alone or in a date. */
export function monthOf(word: string): number | null {
  known ??= readMonths()
  return known.get(textKey(word)) ?? null
}

function readMonths(): Map<string, number> {
  const months = new Map<string, number>()
  const ambiguous = new Set<string>()
  for (const language of languages)
    for (let month = 1; month <= 12; month += 1)
      for (const name of namesOf({ language, month })) {
        const before = months.get(name)
        // `lis` is November in Polish and October in Croatian.
        if (before !== undefined && before !== month) ambiguous.add(name)
        months.set(name, month)
      }
  for (const name of ambiguous) months.delete(name)
  return months
}

function namesOf({ language, month }: { language: string; month: number }): string[] {
  const day = new Date(Date.UTC(2026, month - 1, 15))
  return (['long', 'short'] as const)
    .flatMap((length) => [
      new Intl.DateTimeFormat(language, { month: length, timeZone: 'UTC' }).format(day),
      new Intl.DateTimeFormat(language, { month: length, day: 'numeric', timeZone: 'UTC' })
        .formatToParts(day)
        .find(({ type }) => type === 'month')?.value ?? '',
    ])
    .map(textKey)
    .filter((name) => /^\p{L}{3,}$/u.test(name))
}
