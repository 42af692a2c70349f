/**
 * Works something out once for each thing it is asked about, and forgets the answer together with the thing. For what
 * many rules ask of the same page, line or words, none of which changes once it is made.
 */
export function memoizeByRef<Thing extends object, Answer extends NonNullable<unknown> | null>(
  workOut: (thing: Thing) => Answer,
): (thing: Thing) => Answer {
  const answers = new WeakMap<Thing, Answer>()
  return (thing) => {
    const known = answers.get(thing)
    if (known !== undefined) return known
    const answer = workOut(thing)
    answers.set(thing, answer)
    return answer
  }
}

/** The same for texts; forgets all of them once they are very many. */
export function memoizeByText<Answer extends NonNullable<unknown> | null>(
  workOut: (text: string) => Answer,
  { most }: { most: number } = { most: 20_000 },
): (text: string) => Answer {
  const answers = new Map<string, Answer>()
  return (text) => {
    const known = answers.get(text)
    if (known !== undefined) return known
    const answer = workOut(text)
    if (answers.size >= most) answers.clear()
    answers.set(text, answer)
    return answer
  }
}
