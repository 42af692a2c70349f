/** Chance that can be repeated: the same seed makes the same choices. When they take effect, the machine decides. */
export type Random = {
  seed: number
  /** From `least` to below `most`. */
  between: (least: number, most: number) => number
  pick: <Item>(items: readonly [Item, ...Item[]]) => Item
  /** True that often of 1. */
  chance: (often: number) => boolean
}

/** The generator "mulberry32", which is enough for spreading kills. */
export function createRandom(seed: number): Random {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    seed,
    between: (least, most) => least + next() * (most - least),
    pick: (items) => items[Math.floor(next() * items.length)] ?? items[0],
    chance: (often) => next() < often,
  }
}
