import { applyRule, type Proposal } from './apply-rule'
import type { Lesson } from './derive-lessons'
import { answerAt, isNothing, isSame, type Paper } from './paper'
import type { Relation } from './relations'
import { holds } from './relations'
import type { Scalar } from './rule'
import { wilsonLowerBound } from './wilson'

type Known = Pick<Lesson, 'path' | 'rule' | 'tried' | 'right' | 'answeredRight'>

type LearntBy<Kept extends Known> = Proposal & { lesson: Kept; certainty: number }

/**
 * What lessons put in the place of what was answered: where that is nothing, or less certain by the same measure. A
 * value that breaks what held on every paper of the supplier (amounts that add up) is not taken.
 */
export function applyLessons<Kept extends Known>({
  lessons,
  relations,
  paper,
}: {
  lessons: Kept[]
  relations: Relation[]
  paper: Paper
}): LearntBy<Kept>[] {
  let learnt = lessons.flatMap((lesson) => learnOne({ lesson, paper }))
  for (;;) {
    const broken = relations.filter((relation) => !holds({ relation, valueAt: valueIn({ learnt, paper }) }))
    const left = learnt.filter(({ lesson }) => !broken.some(({ paths }) => paths.includes(lesson.path)))
    if (left.length === learnt.length) return left
    learnt = left
  }
}

function learnOne<Kept extends Known>({ lesson, paper }: { lesson: Kept; paper: Paper }): LearntBy<Kept>[] {
  const { path, rule, tried, answeredRight } = lesson
  const proposal = applyRule({ rule, paper, path })
  const value = answerAt({ paper, path })
  if (!proposal || isSame({ one: proposal.value, other: value })) return []
  const certainty = wilsonLowerBound(lesson)
  const proven = wilsonLowerBound({ right: answeredRight, tried })
  const answered = Math.min(paper.answered[path]?.certainty ?? 1, proven)
  return isNothing(value) || certainty > answered ? [{ ...proposal, lesson, certainty }] : []
}

type Values = { learnt: { lesson: { path: string }; value: Scalar }[]; paper: Paper }

function valueIn({ learnt, paper }: Values): (path: string) => Scalar {
  return (path) => {
    const found = learnt.find(({ lesson }) => lesson.path === path)
    return found ? found.value : answerAt({ paper, path })
  }
}
