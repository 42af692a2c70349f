import 'server-only'
import { db } from '@/lib/db/client'
import { type DueLesson, recordLearnt } from '@/lib/lessons/due-store'
import { countUses, deleteExample, type ExampleRow, saveConclusion, saveExample } from '@/lib/lessons/store'
import type { Conclusion } from './conclude'

type Taught = { due: DueLesson; row: ExampleRow | null; conclusions: Conclusion[] }

/** Keeps what a document teaches and what was concluded of it, or none of it. Throws as saveConclusion does. */
export function saveTaught({ due, row, conclusions }: Taught): Promise<void> {
  return db().transaction(async (tx) => {
    for (const conclusion of conclusions) await saveConclusion({ tx, ...conclusion })
    if (row) await saveExample({ tx, example: row })
    else await deleteExample({ tx, documentId: due.documentId })
    for (const { supplier } of conclusions) await countUses({ tx, supplierId: supplier.id })
    await recordLearnt({ tx, due })
  })
}
