/** Places of the feature table; two features rarely share one. */
export const featureCount = 1 << 18

const begun = 0x811c9dc5

/** Hashing goes on with more of a feature's name, so that names need not be put together. */
function hashOn(hash: number, text: string, start = 0, end = text.length): number {
  let on = hash
  for (let at = start; at < end; at += 1) on = Math.imul(on ^ text.charCodeAt(at), 0x01000193)
  return on
}

function placeAt(hash: number): number {
  return (hash ^ (hash >>> 14)) & (featureCount - 1)
}

/** The place of a feature in the table: FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) over its UTF-16 codes. */
export function placeOfFeature(feature: string): number {
  return placeAt(hashOn(begun, feature))
}

const gramLength = 4
let lists = 0

/** Collects the features of one thing as places in the table, each once, in order of appearance. */
export class FeatureList {
  #places: number[] = []
  #list = 0
  /** Which list each place of the table was last put into. */
  readonly #lastLists = new Uint32Array(featureCount)

  begin(): void {
    lists = (lists + 1) >>> 0
    this.#list = lists
    this.#places = []
  }

  end(): Int32Array {
    return new Int32Array(this.#places)
  }

  /** A feature, by the parts of its name. */
  add(...name: (string | number | boolean)[]): void {
    let hash = begun
    for (const part of name) hash = hashOn(hash, typeof part === 'string' ? part : String(part))
    this.#addPlace(placeAt(hash))
  }

  /** Each group of four letters of a text, the first and the last marked as such. */
  addGrams({ name, text }: { name: string; text: string }): void {
    const marked = `^${text}$`
    const named = hashOn(begun, name)
    for (let end = gramLength; end <= marked.length; end += 1)
      this.#addPlace(placeAt(hashOn(named, marked, end - gramLength, end)))
  }

  /** Features that were hashed before. */
  addPlaces(places: Int32Array): void {
    for (let at = 0; at < places.length; at += 1) this.#addPlace(places[at] ?? 0)
  }

  #addPlace(place: number): void {
    if (this.#lastLists[place] === this.#list) return
    this.#lastLists[place] = this.#list
    this.#places.push(place)
  }
}

/** One for each list that is being made within another; each is large. */
const open: FeatureList[] = []
let depth = 0

/** The places of all features that `write` adds. */
export function hashFeatures(write: (features: FeatureList) => void): Int32Array {
  const features = open[depth] ?? new FeatureList()
  open[depth] = features
  features.begin()
  depth += 1
  try {
    write(features)
  } finally {
    depth -= 1
  }
  return features.end()
}
