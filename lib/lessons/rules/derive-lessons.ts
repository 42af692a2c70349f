import { listCandidates } from './candidates'
import type { Example } from './paper'
import { needsPrint, type Rule } from './rule'
import { type Trial, tryRule } from './try-rule'
import { wilsonLowerBound } from './wilson'

/** How one value of a supplier's papers is read. */
export type Lesson = Trial & {
  path: string
  rule: Rule
  /** Two papers or two people agree, and it was right at least as often as what was answered. */
  isActive: boolean
}

/** The best rule for each value that people corrected, whether it may be used already or is only proposed. */
export function deriveLessons(examples: Example[]): Lesson[] {
  const paths = new Set(examples.flatMap(({ truth }) => Object.keys(truth)))
  return [...paths].flatMap((path) => {
    const lesson = deriveLesson({ examples, path })
    return lesson ? [lesson] : []
  })
}

function deriveLesson({ examples, path }: { examples: Example[]; path: string }): Lesson | null {
  const lessons = listCandidates({ examples, path })
    .map((rule) => ({ path, rule, ...tryRule({ rule, examples, path }) }))
    .filter(({ madeFrom, right, answeredRight }) => madeFrom.length > 0 && right >= answeredRight)
    .map((lesson) => ({ ...lesson, isActive: isAgreed(lesson) }))
  // The simplest of equals: the sort keeps their order.
  return lessons.sort((one, other) => rankOf(other) - rankOf(one))[0] ?? null
}

/** One correction may be a slip; a word that is always the same can be chance even for two people at one paper. */
function isAgreed({ rule, madeFrom, people }: Trial & { rule: Rule }): boolean {
  return madeFrom.length >= 2 || (people.length >= 2 && needsPrint(rule))
}

const rankOf = (lesson: Lesson) => wilsonLowerBound(lesson) + (lesson.isActive ? 1 : 0)
