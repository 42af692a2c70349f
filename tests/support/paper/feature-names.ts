import type { FeatureList } from '@/engine/extract/ranking/hash'

/** In place of the one that hashes: the names of features themselves, for tests of what is told. */
export function hashFeatures(write: (features: Pick<FeatureList, 'add'>) => void): string[] {
  const names: string[] = []
  write({
    add: (...name) => {
      names.push(name.join(''))
    },
  })
  return names
}
