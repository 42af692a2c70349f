/** Chance that is the same for the same seed. */
export type Random = {
  /** From 0 up to, but not including, 1. */
  next: () => number
  /** Whole, both ends included. */
  whole: (from: number, to: number) => number
  chance: (share: number) => boolean
  pick: <Item>(items: readonly Item[]) => Item
  weighted: <Item>(choices: readonly (readonly [Item, number])[]) => Item
  shuffled: <Item>(items: readonly Item[]) => Item[]
  some: <Item>(items: readonly Item[], count: number) => Item[]
  /** `#` becomes a digit, `@` a capital letter, `*` either; all else stays. */
  form: (pattern: string) => string
}

export function createRandom(seed: number): Random {
  let state = (Math.imul(seed | 0, 0x9e3779b1) ^ 0x5bd1e995) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(next() * items.length)]
    if (item === undefined) throw new Error('There is nothing to pick from.')
    return item
  }
  const shuffled = <Item>(items: readonly Item[]): Item[] =>
    items
      .map((item) => ({ item, rank: next() }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ item }) => item)
  return {
    next,
    whole,
    pick,
    shuffled,
    chance: (share) => next() < share,
    weighted: (choices) => pickWeighted(choices, next()),
    some: (items, count) => shuffled(items).slice(0, count),
    form: (pattern) =>
      pattern.replace(/[#@*]/g, (sign) => {
        if (sign === '#' || (sign === '*' && next() < 0.6)) return String(whole(0, 9))
        return String.fromCharCode(65 + whole(0, 25))
      }),
  }
}

function pickWeighted<Item>(choices: readonly (readonly [Item, number])[], share: number): Item {
  const sum = choices.reduce((total, [, weight]) => total + weight, 0)
  let left = share * sum
  for (const [item, weight] of choices) {
    left -= weight
    if (left < 0) return item
  }
  const last = choices.at(-1)
  if (!last) throw new Error('There is nothing to pick from.')
  return last[0]
}
