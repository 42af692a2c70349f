import { z } from 'zod'

/** A single value of a result; null where the document does not say. */
export const scalarSchema = z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()])
export type Scalar = z.infer<typeof scalarSchema>

/** A value a person put in the place of the one that was read. `read` is kept so that the change can be seen and undone. */
export const correctionSchema = z.object({
  value: scalarSchema,
  read: scalarSchema,
  by: z.object({ id: z.string(), name: z.string() }),
  at: z.iso.datetime(),
})
export type Correction = z.infer<typeof correctionSchema>

/** By path: keys and places in lists joined by dots, `line_items.0.amount`. */
export const correctionsSchema = z.record(z.string(), correctionSchema)
export type Corrections = z.infer<typeof correctionsSchema>

type Result = Record<string, unknown>

/** The result with each correction in its place; `result` itself stays as it was read. */
export function applyCorrections({
  result,
  corrections,
}: {
  result: Result
  corrections: Corrections
}): Result {
  const corrected = structuredClone(result)
  for (const [path, { value }] of Object.entries(corrections)) {
    const place = findPlace({ holder: corrected, path })
    if (place) place.holder[place.key] = value
  }
  return corrected
}

/** The value at a path; null for a field that could be there and is not; undefined where no single value can be. */
export function readScalar({ result, path }: { result: Result; path: string }): Scalar | undefined {
  const place = findPlace({ holder: result, path })
  const value = place ? (place.holder[place.key] ?? null) : undefined
  const parsed = scalarSchema.safeParse(Array.isArray(value) && value.length === 0 ? null : value)
  return parsed.success ? parsed.data : undefined
}

type Place = { holder: Record<string, unknown>; key: string }

/** Walks down to the object or list that holds the last key. Keys may contain dots themselves, so each is tried. */
function findPlace({ holder, path }: { holder: unknown; path: string }): Place | null {
  if (!isHolder(holder)) return null
  for (const key of Object.keys(holder).filter(isOwnField)) {
    if (key === path) return { holder, key }
    if (!path.startsWith(`${key}.`)) continue
    const rest = path.slice(key.length + 1)
    const found = findPlace({ holder: holder[key], path: rest })
    if (found) return found
  }
  return isNewField({ holder, path }) ? { holder, key: path } : null
}

/** A field the upstream left out may be filled in; what begins with `_` is about values and none itself. */
const isOwnField = (key: string) => !key.startsWith('_')
const isNewField = ({ holder, path }: { holder: object; path: string }) =>
  !Array.isArray(holder) && isOwnField(path) && /^[^.]{1,100}$/.test(path) && !(path in holder)

/** Lists are walked as objects are: their places are their keys. */
function isHolder(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
