import { type FieldWeights, readWeights } from '../choose/weights'

const own = new URL('./', import.meta.url)
let loaded: Map<string, FieldWeights> | undefined

/** The weights of single values, and of columns of lists. */
export function trainedWeights(name: 'value' | 'column'): FieldWeights {
  loaded ??= readWeights(own)
  const known = loaded.get(name)
  if (!known) throw new Error(`There are no weights for a ${name} of own schemas; train them.`)
  return known
}
