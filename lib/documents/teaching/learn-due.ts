import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { runPump } from '@/lib/jobs/pump'
import {
  claimLessons,
  type DueLesson,
  endLearning,
  findNextLesson,
  learnLater,
} from '@/lib/lessons/due-store'
import { textKey } from '@/lib/lessons/print/text-key'
import {
  type ExampleRow,
  findExampleSupplier,
  listExamplesOf,
  listSuppliers,
  type SupplierRow,
} from '@/lib/lessons/store'
import { layoutMarksOf } from '@/lib/lessons/suppliers/layout-marks'
import { matchSupplier, ownerOf } from '@/lib/lessons/suppliers/match-supplier'
import type { ExampleIssuer } from '@/lib/lessons/tables'
import { log } from '@/lib/log'
import { learnsAtStep } from '@/lib/steps/store'
import { findPrint } from '../learning/find-print'
import { conclude } from './conclude'
import { exampleOf } from './example-of'
import { findTaught, type Taught } from './taught-store'
import { saveTaught } from './teach-store'

/** One after the other: lessons are in no hurry, and requests go first. */
const concurrency = 1
const leaseMs = 5 * 60_000

/**
 * Learns from what people corrected and checked. All that a document teaches is told by its rows, and what a supplier's
 * papers teach is concluded from them anew: done twice, or again after a crash, it comes to the same.
 */
export function learnDue(): Promise<Date | null> {
  const claim = (limit: number) => claimLessons({ limit, leaseMs })
  return runPump({ queue: 'learn', concurrency, claim, work: learn, findNextDue: findNextLesson })
}

async function learn(due: DueLesson): Promise<void> {
  try {
    await learnFrom(due)
  } catch (error) {
    const isTriedAgain = await learnLater(due)
    log.warn({ err: error, documentId: due.documentId, isTriedAgain }, 'a document could not be learnt from')
  }
}

async function learnFrom(due: DueLesson): Promise<void> {
  const { documentId } = due
  const taught = await findTaught(documentId)
  if (!taught || !(await learnsAtStep(taught.stepId))) {
    // What a document taught before it was removed or processed again stays.
    return endLearning(due)
  }
  const before = await findExampleSupplier(documentId)
  const example = exampleOf(taught)
  const supplier = example ? await supplierFor({ taught, issuer: example.issuer, before }) : null
  const { receivedAt } = taught
  const row = example && supplier ? { ...example, documentId, receivedAt, supplierId: supplier.id } : null
  const left = before && before.id !== supplier?.id ? before : null
  const conclusions = [
    ...(row && supplier
      ? [await conclude({ supplier, rows: withRow({ rows: await listExamplesOf(supplier.id), row }) })]
      : []),
    ...(left
      ? [
          await conclude({
            supplier: left,
            rows: without({ rows: await listExamplesOf(left.id), documentId }),
          }),
        ]
      : []),
  ]
  await saveTaught({ due, row, conclusions })
}

type Rows = { rows: ExampleRow[]; documentId: string }

const without = ({ rows, documentId }: Rows) => rows.filter((one) => one.documentId !== documentId)

function withRow({ rows, row }: { rows: ExampleRow[]; row: ExampleRow }): ExampleRow[] {
  const others = without({ rows, documentId: row.documentId })
  return [...others, row].sort((one, other) => one.receivedAt.getTime() - other.receivedAt.getTime())
}

type Issued = { taught: Taught; issuer: ExampleIssuer; before: SupplierRow | null }

/** Whose paper it is, as people put it right; one that names nobody is known by its form. */
async function supplierFor({ taught, issuer, before }: Issued): Promise<SupplierRow> {
  const { stepId, documentId } = taught
  const suppliers = await listSuppliers(stepId)
  const key = [issuer.truth.taxId, issuer.truth.name].map((text) => textKey(text ?? '')).find(Boolean)
  if (key) {
    const owner = ownerOf({ issuer: issuer.truth, suppliers })
    const id = `sup_${createHash('sha256').update(`${stepId}\n${key}`).digest('hex').slice(0, 32)}`
    return (
      owner ?? suppliers.find((one) => one.id === id) ?? newSupplier({ id, stepId, name: issuer.truth.name })
    )
  }
  if (before) return before
  const print = await findPrint(documentId)
  const identity = { taxId: null, name: null, marks: print && layoutMarksOf(print) }
  return (
    matchSupplier({ identity, suppliers }) ?? newSupplier({ id: `sup_${randomUUID()}`, stepId, name: null })
  )
}

type New = Pick<SupplierRow, 'id' | 'stepId' | 'name'>

/** By an id that two desks make alike, so that neither makes a second one. */
function newSupplier(known: New): SupplierRow {
  const nothing = { taxIds: [], names: [], aliases: { taxIds: [], names: [] }, form: [], relations: [] }
  return { ...known, ...nothing, revision: 0, changedAt: new Date() }
}
