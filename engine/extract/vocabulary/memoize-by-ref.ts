/**
 * Works something out once for each thing it is asked about, and forgets the answer together with the thing. For what
 * many rules ask of the same page, line or words, none of which changes once it is made.
 */
export function oncePer<Thing extends object, Answer>(
  workOut: (thing: Thing) => Answer,
): (thing: Thing) => Answer {
  const answers = new WeakMap<Thing, { answer: Answer }>()
  return (thing) => {
    const known = answers.get(thing)
    if (known) return known.answer
    const answer = workOut(thing)
    answers.set(thing, { answer })
    return answer
  }
}
