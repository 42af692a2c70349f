import 'server-only'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { deriveLesson, type KnownLesson, type Lesson, listPaths } from '@/lib/lessons/rules/derive-lessons'
import type { Example } from '@/lib/lessons/rules/paper'
import { findRelations } from '@/lib/lessons/rules/relations'
import { type ExampleRow, type LessonRow, listLessonsOf, type SupplierRow } from '@/lib/lessons/store'
import { layoutMarksOf } from '@/lib/lessons/suppliers/layout-marks'
import { supplierOf } from '@/lib/lessons/suppliers/supplier-of'
import { findPrint } from '../learning/find-print'

/** Of so many papers, the newest, the words are read anew for each conclusion. */
const printed = 12

export type Conclusion = { supplier: SupplierRow; lessons: (Lesson & { known: LessonRow | null })[] }

/** What a supplier's examples teach, the oldest first. */
export async function conclude({
  supplier,
  rows,
}: {
  supplier: SupplierRow
  rows: ExampleRow[]
}): Promise<Conclusion> {
  const before = await listLessonsOf(supplier.id)
  const examples: Example[] = []
  for (const [at, row] of rows.entries()) {
    const print = at >= rows.length - printed ? await findPrint(row.documentId) : null
    examples.push({ ...row, print })
  }
  const lessons: Conclusion['lessons'] = []
  for (const path of listPaths(examples)) {
    // Thousands of tries: waiting requests go first.
    await nextTurn()
    const known = before.find((one) => one.path === path)
    const lesson = deriveLesson({ examples, path, known: known ? withShown({ known, rows }) : null })
    if (lesson) lessons.push({ ...lesson, known: isKept({ lesson, known }) ? (known ?? null) : null })
  }
  const papers = examples.map(({ print }, at) => ({
    answered: rows[at]?.issuer.answered ?? nobody,
    truth: rows[at]?.issuer.truth ?? nobody,
    marks: print && layoutMarksOf(print),
  }))
  const { taxIds, names, aliases, form } = supplierOf({ id: supplier.id, papers })
  const named = papers.findLast(({ truth }) => truth.name !== null)?.truth.name ?? supplier.name
  return {
    supplier: {
      ...supplier,
      name: named,
      taxIds,
      names,
      aliases,
      // Without words at hand the form is as it was.
      form: papers.some(({ marks }) => marks) ? form : supplier.form,
      relations: findRelations(examples),
    },
    lessons,
  }
}

const nobody = { taxId: null, name: null }

function withShown({ known, rows }: { known: LessonRow; rows: ExampleRow[] }): KnownLesson {
  const shown = rows.flatMap(({ documentId, uses }) => {
    const use = uses[known.path]
    return use?.lessonId === known.id ? [[documentId, use.isRight] as const] : []
  })
  return { ...known, shown: new Map(shown) }
}

/** The same rule keeps its record and its switch. */
const isKept = ({ lesson, known }: { lesson: Lesson; known: LessonRow | undefined }) =>
  known !== undefined && JSON.stringify(lesson.rule) === JSON.stringify(known.rule)
