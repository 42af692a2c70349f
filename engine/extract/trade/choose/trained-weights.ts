import { type FieldWeights, weightsIn } from '@/engine/extract/ranking/weights'
import type { FieldName } from '@/engine/extract/schema/trade-fields'

/** The weights by which the values of a field are chosen. */
export const weightsOf: (field: FieldName) => FieldWeights = weightsIn(new URL('./', import.meta.url))
