/**
 * All that a global pattern finds in a text, as `matchAll` does, which makes a copy of the pattern each time: most texts
 * hold nothing of what is looked for.
 */
export function findAll({ pattern, text }: { pattern: RegExp; text: string }): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push(match)
    // Where it finds an empty text it would find it for ever.
    if (match[0] === '') pattern.lastIndex += 1
  }
  return found
}
