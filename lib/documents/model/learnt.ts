import { z } from 'zod'
import { applyCorrections, type Corrections, scalarSchema } from './corrections'
import { findSlot, isHolder } from './value-path'

const share = z.number()

/** A value that the desk learnt to read on this supplier's papers, in the place of the one that was answered. */
const learntValueSchema = z.object({
  value: scalarSchema,
  /** What was answered. */
  answered: scalarSchema,
  lessonId: z.string(),
  supplierId: z.string(),
  /** The lower bound of the lesson's record when the value was read, 0 to 1. */
  certainty: z.number().min(0).max(1),
  /** How many documents taught it. */
  documents: z.number().int(),
  page: z.number().int().nullable(),
  box: z.tuple([share, share, share, share]).nullable(),
  text: z.string().nullable(),
})
export type LearntValue = z.infer<typeof learntValueSchema>

/** By path, as corrections are. */
export const learntSchema = z.record(z.string(), learntValueSchema)
export type Learnt = z.infer<typeof learntSchema>

type Result = Record<string, unknown>

/**
 * The values that the desk takes to be read: those answered, and what was learnt in their place, with where it is
 * printed. `result` itself stays as it was answered; what people correct stands above both (applyCorrections).
 */
export function readingOf({ result, learnt }: { result: Result; learnt: Learnt | null | undefined }): Result {
  const found = Object.entries(learnt ?? {})
  if (found.length === 0) return result
  const reading = structuredClone(result)
  for (const [path, one] of found) {
    const slot = findSlot({ holder: reading, path })
    if (!slot) continue
    slot.holder[slot.key] = one.value
    placeEvidence({ reading, path, one })
  }
  return reading
}

type Values = {
  result: Result
  learnt: Learnt | null | undefined
  corrections: Corrections | null | undefined
}

/** The one answer to what the values of a document are: answered, else learnt, and above both what people put right. */
export function valuesOf({ result, learnt, corrections }: Values): Result {
  return applyCorrections({ result: readingOf({ result, learnt }), corrections: corrections ?? {} })
}

/** A value that stands nowhere itself (a name in the place of another) keeps the place of the one it came from. */
function placeEvidence({ reading, path, one }: { reading: Result; path: string; one: LearntValue }): void {
  if (!isHolder(reading._evidence)) reading._evidence = {}
  const slot = findSlot({ holder: reading._evidence, path })
  if (!slot) return
  const before = isHolder(slot.holder[slot.key]) ? slot.holder[slot.key] : null
  const { page, box, text, certainty: confidence } = one
  if (page !== null) slot.holder[slot.key] = { page, box, text, confidence }
  else if (isHolder(before)) slot.holder[slot.key] = { ...before, confidence }
}
