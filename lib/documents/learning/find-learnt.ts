import 'server-only'
import { isResting } from '@/lib/lessons/rests'
import { applyLessons } from '@/lib/lessons/rules/apply-lessons'
import type { Paper } from '@/lib/lessons/rules/paper'
import { listLessonsOf, listSuppliers, listTeaching, type SupplierRow } from '@/lib/lessons/store'
import { layoutMarksOf } from '@/lib/lessons/suppliers/layout-marks'
import { matchSupplier } from '@/lib/lessons/suppliers/match-supplier'
import { log } from '@/lib/log'
import { learnsAtStep } from '@/lib/steps/store'
import { withTimeout } from '@/lib/with-timeout'
import type { Learnt } from '../model/learnt'
import { findPrint } from './find-print'
import { answeredOf, issuerOf } from './paper-of'

type Result = Record<string, unknown>
type Answer = { documentId: string; stepId: string; result: Result }

/** A document is not kept from its people for longer. */
const timeoutMs = 10_000

/**
 * What the desk learnt of this supplier's papers, for a result that has just come; null where that is nothing. What
 * goes wrong here is logged: the result stands without.
 */
export async function findLearnt(answer: Answer): Promise<Learnt | null> {
  try {
    return await withTimeout({ work: learnFor(answer), timeoutMs, otherwise: null })
  } catch (error) {
    log.warn({ err: error, documentId: answer.documentId }, 'lessons could not be applied')
    return null
  }
}

async function learnFor({ documentId, stepId, result }: Answer): Promise<Learnt | null> {
  if (!(await learnsAtStep(stepId))) return null
  const teaching = await listTeaching(stepId)
  if (teaching.size === 0) return null
  const suppliers = await listSuppliers(stepId)
  const issuer = issuerOf(result)
  const named = matchSupplier({ identity: { ...issuer, marks: null }, suppliers })
  // Most papers are of suppliers of whom nothing was learnt: no words are asked for.
  if (named && !teaching.has(named.id)) return null
  const print = await findPrint(documentId).catch(withoutPrint)
  const identity = { ...issuer, marks: print && layoutMarksOf(print) }
  const supplier = matchSupplier({ identity, suppliers })
  return supplier ? learnOf({ supplier, paper: { answered: answeredOf(result), print } }) : null
}

/** Other names and forms can be told without. */
function withoutPrint(error: unknown): null {
  log.warn({ err: error }, 'the words of a document were not told: lessons go without')
  return null
}

async function learnOf({ supplier, paper }: { supplier: SupplierRow; paper: Paper }): Promise<Learnt | null> {
  const known = await listLessonsOf(supplier.id)
  const lessons = known.filter((lesson) => lesson.isActive && lesson.enabled && !isResting(lesson))
  const learnt = applyLessons({ lessons, relations: supplier.relations, paper })
  if (learnt.length === 0) return null
  return Object.fromEntries(
    learnt.map(({ lesson, value, certainty, page, box, text }) => [
      lesson.path,
      {
        value,
        answered: paper.answered[lesson.path]?.value ?? null,
        lessonId: lesson.id,
        supplierId: supplier.id,
        certainty: Math.round(certainty * 100) / 100,
        documents: lesson.madeFrom.length,
        page,
        box,
        text,
      },
    ]),
  )
}
