import { z } from 'zod'
import { dropRemovedRows, placeAddedRows, type RowChanges, rowChangeSchema } from './row-changes'
import { findPlace } from './value-path'

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

/** By path: keys and places in lists joined by dots, `line_items.0.amount`; `line_items.0` for the row itself. */
export const correctionsSchema = z.record(z.string(), z.union([correctionSchema, rowChangeSchema]))
export type Corrections = z.infer<typeof correctionsSchema>

type Result = Record<string, unknown>
type Corrected = { result: Result; corrections: Corrections }

/** The result as people put it right; `result` itself stays as it was read. */
export function applyCorrections(given: Corrected): Result {
  const corrected = placeCorrections(given)
  dropRemovedRows({ result: corrected, rows: rowChangesOf(given.corrections) })
  return corrected
}

/** As applyCorrections, but with the removed rows still in it: there each path leads to its own value. */
export function placeCorrections({ result, corrections }: Corrected): Result {
  const corrected = structuredClone(result)
  placeAddedRows({ result: corrected, rows: rowChangesOf(corrections) })
  for (const [path, { value }] of Object.entries(valueCorrectionsOf(corrections))) {
    const place = findPlace({ holder: corrected, path })
    if (place) place.holder[place.key] = value
  }
  return corrected
}

/**
 * What was read at a path: null for a field that could be there and is not, and in rows that people added; undefined
 * where no single value can be.
 */
export function readScalar({ path, ...given }: Corrected & { path: string }): Scalar | undefined {
  const result = placeCorrections({ ...given, corrections: rowChangesOf(given.corrections) })
  const place = findPlace({ holder: result, path })
  const value = place ? (place.holder[place.key] ?? null) : undefined
  const parsed = scalarSchema.safeParse(Array.isArray(value) && value.length === 0 ? null : value)
  return parsed.success ? parsed.data : undefined
}

export function rowChangesOf(corrections: Corrections): RowChanges {
  return Object.fromEntries(
    Object.entries(corrections).flatMap(([path, one]) => ('added' in one ? [[path, one]] : [])),
  )
}

export function valueCorrectionsOf(corrections: Corrections): Record<string, Correction> {
  return Object.fromEntries(
    Object.entries(corrections).flatMap(([path, one]) => ('value' in one ? [[path, one]] : [])),
  )
}
