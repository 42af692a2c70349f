import { z } from 'zod'
import type { ExecutionResult } from './processed-document'

const typeOptionSchema = z.object({ code: z.string(), name: z.string() })
type TypeOption = z.infer<typeof typeOptionSchema>
type TypeMatch = TypeOption & { confidence: number }
export type Identification = { document_type: TypeMatch; alternatives: TypeMatch[] }

/**
 * Puts the type that was read off a document into the words of the options the caller gave. The options that it is
 * not share what is left of the confidence. Null without options.
 */
export function identifyAmong({
  identification,
  options,
}: {
  identification: ExecutionResult['identification']
  options: TypeOption[]
}): Identification | null {
  const confidence = identification?.confidence ?? 0
  const isMatch = (option: TypeOption) => option.code === identification?.document_type
  const others = options.filter((option) => !isMatch(option)).length
  const [best, ...alternatives] = options
    .map((option) => ({
      ...option,
      confidence: round(isMatch(option) ? confidence : (1 - confidence) / others),
    }))
    .sort((a, b) => b.confidence - a.confidence)
  return best ? { document_type: best, alternatives } : null
}

/** The document types that an identification chooses from, as its execution's target keeps them. */
export function readTypeOptions(target: string): TypeOption[] {
  return z.array(typeOptionSchema).parse(JSON.parse(target))
}

function round(confidence: number): number {
  return Math.round(confidence * 10_000) / 10_000
}
