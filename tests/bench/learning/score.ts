import { applyLessons } from '@/lib/lessons/rules/apply-lessons'
import { deriveLessons, type Lesson } from '@/lib/lessons/rules/derive-lessons'
import { type Example, isNothing, isSame } from '@/lib/lessons/rules/paper'
import { findRelations, type Relation } from '@/lib/lessons/rules/relations'
import type { Scalar } from '@/lib/lessons/rules/rule'
import { type KnownSupplier, matchSupplier } from '@/lib/lessons/suppliers/match-supplier'
import { supplierOf } from '@/lib/lessons/suppliers/supplier-of'
import { type ReadPaper, scoredPaths } from './read-series'

export type Mark = {
  supplier: number
  path: string
  /** Wrong on half of the taught papers or more. */
  wasWrong: boolean
  before: Scalar
  after: Scalar
  truth: Scalar
  kind: string | null
}

type Taught = { supplier: KnownSupplier; lessons: Lesson[]; relations: Relation[] }

/** Teaches the first papers of each supplier, then scores the others with and without what was learnt. */
export function scoreSeries({ series, taught }: { series: ReadPaper[][]; taught: number }): Mark[] {
  const known = teachAll({ series, taught })
  return series.flatMap((papers, supplier) => {
    const wrong = wronglyRead(papers.slice(0, taught))
    return papers
      .slice(taught)
      .flatMap((paper) =>
        scorePaper({ paper, known }).map((mark) => ({ ...mark, supplier, wasWrong: wrong.has(mark.path) })),
      )
  })
}

export function teachAll({ series, taught }: { series: ReadPaper[][]; taught: number }): Taught[] {
  return series.map((papers, at) => teach({ papers: papers.slice(0, taught), id: String(at) }))
}

/** Papers of suppliers that nobody taught. */
export function scoreStrangers({ strangers, known }: { strangers: ReadPaper[][]; known: Taught[] }): Mark[] {
  return strangers.flatMap((papers, supplier) =>
    papers
      .flatMap((paper) => scorePaper({ paper, known }))
      .map((mark) => ({ ...mark, supplier, wasWrong: false })),
  )
}

function teach({ papers, id }: { papers: ReadPaper[]; id: string }): Taught {
  const examples = papers.map(({ example }) => example)
  return {
    supplier: supplierOf({ id, papers: papers.map(({ issued }) => issued) }),
    lessons: deriveLessons(examples).filter(({ isActive }) => isActive),
    relations: findRelations(examples),
  }
}

const isRight = ({ value, truth }: { value: Scalar; truth: Scalar }) => isSame({ one: value, other: truth })

function wronglyRead(papers: ReadPaper[]): Set<string> {
  return new Set(
    scoredPaths.filter((path) => {
      const wrong = papers.filter(({ example }) => !isRight(valuesAt({ example, path })))
      return wrong.length * 2 >= papers.length
    }),
  )
}

const valuesAt = ({ example, path }: { example: Example; path: string }) => ({
  value: example.answered[path]?.value ?? null,
  truth: example.truth[path] ?? null,
})

type Scored = Omit<Mark, 'supplier' | 'wasWrong'>

function scorePaper({
  paper: { example, identity },
  known,
}: {
  paper: ReadPaper
  known: Taught[]
}): Scored[] {
  const supplier = matchSupplier({ identity, suppliers: known.map((one) => one.supplier) })
  const own = known.find((one) => one.supplier.id === supplier?.id)
  const learnt = own ? applyLessons({ ...own, paper: example }) : []
  return scoredPaths.map((path) => {
    const found = learnt.find(({ lesson }) => lesson.path === path)
    const { value, truth } = valuesAt({ example, path })
    return {
      path,
      before: value,
      after: found ? found.value : value,
      truth,
      kind: found?.lesson.rule.kind ?? null,
    }
  })
}

export type Share = { all: number; before: number; after: number; lost: number; madeUp: number }

export function shareOf(marks: Mark[]): Share {
  const right = (value: 'before' | 'after') =>
    marks.filter((mark) => isRight({ value: mark[value], truth: mark.truth }))
  const lost = right('before').filter((mark) => !isRight({ value: mark.after, truth: mark.truth }))
  const madeUp = marks.filter(
    (mark) => isNothing(mark.truth) && isNothing(mark.before) && !isNothing(mark.after),
  )
  return {
    all: marks.length,
    before: right('before').length,
    after: right('after').length,
    lost: lost.length,
    madeUp: madeUp.length,
  }
}
