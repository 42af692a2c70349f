/** Places of the feature table; two features rarely share one. */
export const featureCount = 1 << 18

/** The place of a feature in the table: FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) over its UTF-16 codes. */
export function placeOfFeature(feature: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < feature.length; at += 1) {
    hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193)
  }
  return (hash ^ (hash >>> 14)) & (featureCount - 1)
}
