import { type FieldWeights, weightsIn } from '../ranking/weights'

/** The weights of single values, and of columns of lists. */
export const trainedWeights: (name: 'value' | 'column') => FieldWeights = weightsIn(
  new URL('./', import.meta.url),
)
