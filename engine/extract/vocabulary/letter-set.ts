/**
 * Which letters a text key has, as a number: one bit for each of a to z, and a few for everything else. Keys that are
 * a few edits apart have nearly the same letters, and two numbers are compared much faster than two texts.
 */
export function letterSetOf(key: string): number {
  let set = 0
  for (let at = 0; at < key.length; at += 1) {
    const letter = key.charCodeAt(at) - 97
    set |= 1 << (letter >= 0 && letter < 26 ? letter : 26 + (key.charCodeAt(at) % 6))
  }
  return set
}

/** How many letters one of two sets has and the other has not. One edit changes it by two at most. */
export function lettersApart(a: number, b: number): number {
  let different = a ^ b
  let count = 0
  for (; different !== 0; count += 1) different &= different - 1
  return count
}
