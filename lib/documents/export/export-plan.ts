import type { Locale } from '@/lib/i18n/catalogues'
import type { ExportedDocument } from './document-columns'
import { collectColumns, type ResultColumns } from './result-columns'
import { flatten } from './split-result'

export type PlannedStep = ResultColumns & { id: string; name: string }

/** The columns of an export, which must be known before its first row is written. */
export type ExportPlan = {
  /** Those that the documents came by, in the order they were met. */
  steps: PlannedStep[]
  /** Names of what was told with the uploads. */
  details: string[]
}

type Source = {
  documents: AsyncIterable<ExportedDocument>
  /** JSON schemas of results, by step. */
  schemas: Map<string, unknown>
  locale: Locale
}

/** Looks through all documents once, and keeps of them no more than names of columns. */
export async function planExport({ documents, schemas, locale }: Source): Promise<ExportPlan> {
  const steps = new Map<string, { name: string; collection: ReturnType<typeof collectColumns> }>()
  const details = new Set<string>()
  for await (const { summary, result, metadata } of documents) {
    const { id, name } = summary.step
    const step = steps.get(id) ?? { name, collection: collectColumns({ schema: schemas.get(id), locale }) }
    steps.set(id, step)
    if (result) step.collection.add(result)
    for (const key of Object.keys(flatten(metadata ?? {}))) details.add(key)
  }
  return {
    steps: [...steps].map(([id, { name, collection }]) => ({ id, name, ...collection.columns() })),
    details: [...details],
  }
}
