/** Words compared once are compared again on every line of every paper. */
const known = new Map<string, number>()
const mostKnown = 200_000

/** How far two words in canonical form are one, 0 to 1: equal, cut short (`acct`), or misread by a letter. */
export function softMatch({ a, b }: { a: string; b: string }): number {
  if (a === b) return 1
  const id = a < b ? `${a} ${b}` : `${b} ${a}`
  const before = known.get(id)
  if (before !== undefined) return before
  if (known.size > mostKnown) known.clear()
  const match = compare(a.length <= b.length ? { short: a, long: b } : { short: b, long: a })
  known.set(id, match)
  return match
}

function compare({ short, long }: { short: string; long: string }): number {
  if (/\d/.test(short) || short.length < 2) return 0
  if (short.length >= 3 && long.startsWith(short)) return short.length >= 5 ? 0.85 : 0.7
  if (short.length >= 5 && isMisread({ a: short, b: long })) return 0.85
  if (short.length >= 6 && long.endsWith(short)) return 0.7
  return short.length <= 4 && short.length >= 2 && isAbbreviation({ short, long }) ? 0.5 : 0
}

/** One letter changed, left out or put in. */
function isMisread({ a, b }: { a: string; b: string }): boolean {
  if (b.length - a.length > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < a.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  return start + end >= a.length - 1
}

/** `qty`, `acct`, `dept`: the first letter and then some of the others, the last consonant among them. */
function isAbbreviation({ short, long }: { short: string; long: string }): boolean {
  if (short.length < 3 || short[0] !== long[0] || long.length < 5) return false
  let at = 0
  for (const letter of long) if (letter === short[at]) at += 1
  return at === short.length
}
