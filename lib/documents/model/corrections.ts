import { z } from 'zod'
import { arrangeRows, placeAddedRows, type RowChanges, rowChangeSchema } from './row-changes'
import { findSlot } from './value-path'

/** A single value of a result; null where the document does not say. */
export const scalarSchema = z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()])
export type Scalar = z.infer<typeof scalarSchema>

const share = z.number().min(0).max(1)

/** What a person pointed at on the original, in the form of evidence. */
export const placeSchema = z.object({
  page: z.number().int().min(1).max(100_000),
  box: z.tuple([share, share, share, share]),
  text: z.string().max(1_000),
})
export type Place = z.infer<typeof placeSchema>

/** A value a person put in the slot of the one that was read. `read` is kept so that the change can be seen and undone. */
const correctionSchema = z.object({
  value: scalarSchema,
  read: scalarSchema,
  by: z.object({ id: z.string(), name: z.string() }),
  at: z.iso.datetime(),
  /** Where on the original they took it from; absent where they typed it. */
  place: placeSchema.optional(),
})
export type Correction = z.infer<typeof correctionSchema>

/** By path: keys and places in lists joined by dots, `line_items.0.amount`; `line_items.0` for the row itself. */
export const correctionsSchema = z.record(z.string(), z.union([correctionSchema, rowChangeSchema]))
export type Corrections = z.infer<typeof correctionsSchema>

type Result = Record<string, unknown>
type Corrected = { result: Result; corrections: Corrections }

/** The result as people put it right; `result` itself stays as it was read. */
export function applyCorrections({ result, corrections }: Corrected): Result {
  const corrected = placeCorrections({ result, corrections })
  arrangeRows({ result: corrected, rows: rowChangesOf(corrections) })
  return corrected
}

/** As applyCorrections, but with the removed rows still in it: there each path leads to its own value. */
export function placeCorrections({ result, corrections }: Corrected): Result {
  const corrected = structuredClone(result)
  placeAddedRows({ result: corrected, rows: rowChangesOf(corrections) })
  for (const [path, { value }] of Object.entries(valueCorrectionsOf(corrections))) {
    const slot = findSlot({ holder: corrected, path })
    if (slot) slot.holder[slot.key] = value
  }
  return corrected
}

/**
 * What was read at a path: null for a field that could be there and is not, and in rows that people added; undefined
 * where no single value can be.
 */
export function readScalar({ path, ...read }: Corrected & { path: string }): Scalar | undefined {
  const result = placeCorrections({ ...read, corrections: rowChangesOf(read.corrections) })
  const slot = findSlot({ holder: result, path })
  const value = slot ? (slot.holder[slot.key] ?? null) : undefined
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
