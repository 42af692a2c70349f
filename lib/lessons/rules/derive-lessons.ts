import { isCorrected, listCandidates } from './candidates'
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

/** A lesson as it was concluded before. */
export type KnownLesson = Trial & {
  rule: Rule
  /** By document, whether the value of it that was shown was right. */
  shown: ReadonlyMap<string, boolean>
}

type Taught = { examples: Example[]; path: string; known?: KnownLesson | null }

/** The best rule for each value that people corrected, whether it may be used already or is only proposed. */
export function deriveLessons(examples: Example[]): Lesson[] {
  return listPaths(examples).flatMap((path) => deriveLesson({ examples, path }) ?? [])
}

export function listPaths(examples: Example[]): string[] {
  return [...new Set(examples.flatMap(({ truth }) => Object.keys(truth)))]
}

/** The best rule for one value; what is known stays while nothing does better. */
export function deriveLesson({ examples, path, known = null }: Taught): Lesson | null {
  const kept = known ? [{ path, rule: known.rule, ...tryKnown({ known, examples, path }) }] : []
  const found = listCandidates({ examples, path }).map((rule) => ({
    path,
    rule,
    ...tryRule({ rule, examples, path }),
  }))
  const lessons = [...kept, ...found]
    .filter(({ madeFrom, right, answeredRight }) => madeFrom.length > 0 && right >= answeredRight)
    .map((lesson) => ({ ...lesson, isActive: isAgreed(lesson) }))
  // The simplest of equals: the sort keeps their order.
  return lessons.sort((one, other) => rankOf(other) - rankOf(one))[0] ?? null
}

type Retried = { known: KnownLesson; examples: Example[]; path: string }

/** The papers that taught it count while their corrections stand, even where their words are not at hand any more. */
function tryKnown({ known, examples, path }: Retried): Trial {
  const trial = tryRule({ rule: known.rule, examples, path, shown: known.shown })
  const standing = examples.filter((example) => path in example.truth && isCorrected({ example, path }))
  const stillTeaches = (id: string) => standing.some(({ documentId }) => documentId === id)
  const madeFrom = [...new Set([...known.madeFrom.filter(stillTeaches), ...trial.madeFrom])]
  const people = [
    ...new Set(
      standing
        .filter(({ documentId }) => madeFrom.includes(documentId))
        .flatMap((one) => one.people[path] ?? []),
    ),
  ]
  const { tried, right, answeredRight } = trial.tried === 0 ? known : trial
  return { tried, right, answeredRight, madeFrom, people }
}

/** One correction may be a slip; a word that is always the same can be chance even for two people at one paper. */
function isAgreed({ rule, madeFrom, people }: Trial & { rule: Rule }): boolean {
  return madeFrom.length >= 2 || (people.length >= 2 && needsPrint(rule))
}

const rankOf = (lesson: Lesson) => wilsonLowerBound(lesson) + (lesson.isActive ? 1 : 0)
