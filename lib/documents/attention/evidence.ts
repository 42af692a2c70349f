import { z } from 'zod'

/** Left, top, width and height as fractions of the page as it is seen unrotated. */
export type Box = [x: number, y: number, width: number, height: number]

/** Where on the original a value was read. Only what the engine claims; nothing is added. */
export type Evidence = {
  page: number
  box: Box | null
  text: string | null
  confidence: number | null
  /** A language model suggested the value; rules found the others. */
  source?: 'model'
}

const fraction = z.number().min(-0.05).max(1.05)
const claimSchema = z.object({
  page: z.number().int().positive(),
  box: z.tuple([fraction, fraction, fraction, fraction]).nullish().catch(null),
  text: z.string().nullish().catch(null),
  confidence: z.number().min(0).max(1).nullish().catch(null),
  source: z.string().optional().catch(undefined),
})

/** Below this a value is marked for a second look; `npm run bench:extraction` counts how many above it are right. */
const doubtBelow = 0.8

export function readEvidence(claim: unknown): Evidence | null {
  const parsed = claimSchema.safeParse(claim)
  if (!parsed.success) return null
  const { page, box, text, confidence, source } = parsed.data
  return {
    page,
    box: box ?? null,
    text: text || null,
    confidence: confidence ?? null,
    ...(source === 'model' && { source }),
  }
}

export function isDoubtful(evidence: Evidence | null): boolean {
  return isUncertain(evidence?.confidence)
}

export function isUncertain(certainty: number | null | undefined): boolean {
  return typeof certainty === 'number' && certainty < doubtBelow
}
