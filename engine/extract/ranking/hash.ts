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

/** Features by their names, or the places of several that were found before. */
export type Features = (string | Int32Array)[]

/** Which list of places each place of the table was last put into. */
const lastSeen = new Uint32Array(featureCount)
let lists = 0

/** The places of features, each once, in order of appearance. */
export function toPlaces(features: Features): Int32Array {
  lists = (lists + 1) >>> 0
  const places: number[] = []
  const add = (place: number) => {
    if (lastSeen[place] === lists) return
    lastSeen[place] = lists
    places.push(place)
  }
  for (const feature of features) {
    if (typeof feature === 'string') add(placeOfFeature(feature))
    else for (let at = 0; at < feature.length; at += 1) add(feature[at] ?? 0)
  }
  return Int32Array.from(places)
}
