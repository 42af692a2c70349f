import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'

const patternSchema = z.object({ pattern: z.string(), flags: z.string().default('') })

const countrySchema = z.object({
  /** ISO 3166. */
  code: z.string(),
  /** ISO 4217. */
  currency: z.string(),
  /** Writes a plain dollar sign of its own currency; lower ranks are believed first. */
  dollarRank: z.number().optional(),
  /** Words and forms that place a document in the country. */
  hints: z.array(patternSchema),
  taxIds: z.array(patternSchema.extend({ kind: z.string(), check: z.string().optional() })),
})

export type Country = z.infer<typeof countrySchema>

const folder = new URL('../../knowledge/countries/', import.meta.url)

/** One file a country: another is known as soon as its file is there. */
export const countries: Country[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => countrySchema.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))))

const hints = countries.flatMap(({ code, hints: own }) =>
  own.map(({ pattern, flags }) => ({ code, pattern: new RegExp(pattern, flags) })),
)

/** ISO 3166 codes of the countries that a text speaks of. */
export function findCountryHints(text: string): Set<string> {
  return new Set(hints.filter(({ pattern }) => pattern.test(text)).map(({ code }) => code))
}
