import 'server-only'
import type { Locale } from '@/lib/i18n/catalogues'
import { createTranslate } from '@/lib/i18n/translate'
import type { SignedInUser } from '@/lib/people/roles'
import type { ConversionSpec } from '@/lib/steps/conversion-spec'
import type { ExportPreview, StepField } from '@/lib/steps/exports/schema'
import { each, formatJsonPath } from '@/lib/steps/json-path'
import { selectionFor } from '../read/list-documents'
import type { ExportedDocument } from './document-columns'
import { findSchemas, readDocuments } from './export-store'
import { collectColumns, type ResultColumns } from './result-columns'
import { setSheets } from './set-sheets'

const previewedDocuments = 3
const previewedRows = 20
/** So many of the newest results are looked through for what no schema names. */
const lookedThrough = 20

type Step = { user: SignedInUser; stepId: string; locale: Locale }

/** What a column set makes of the newest documents of its step. */
export async function previewExport({
  spec,
  ...step
}: Step & { spec: ConversionSpec }): Promise<ExportPreview> {
  const newest = await newestOf({ ...step, count: previewedDocuments })
  const documents = async function* () {
    yield* newest
  }
  const name = createTranslate(step.locale)('export.sheet.documents')
  const known = await columnsOf({ ...step, documents: newest })
  const sheets = setSheets({ spec, name, documents, known }).map(async ({ name, columns, rows }) => {
    const shown: (string | number | boolean | null)[][] = []
    for await (const row of rows()) {
      if (shown.length === previewedRows) break
      shown.push(row.map((value) => value ?? null))
    }
    return { name, heads: columns.map(({ head }) => head), rows: shown }
  })
  return { documents: newest.length, sheets: await Promise.all(sheets) }
}

/** What a column of the step's results can be, by the step's schema and by its newest results. */
export async function listStepFields(step: Step): Promise<{ fields: StepField[] }> {
  const documents = await newestOf({ ...step, count: lookedThrough })
  const { values, lists } = await columnsOf({ ...step, documents })
  const pathOf = (path: string) => path.split('.').filter(Boolean)
  return {
    fields: [
      ...values.map(({ path, head }) => ({ path: formatJsonPath(pathOf(path)), label: head, list: null })),
      ...lists.flatMap(({ list, head: listHead, columns }) =>
        columns.map(({ path, head }) => ({
          path: formatJsonPath([...pathOf(list), each, ...pathOf(path)]),
          label: `${listHead} · ${head}`,
          list: listHead,
        })),
      ),
    ],
  }
}

async function newestOf({ user, stepId, count }: Step & { count: number }): Promise<ExportedDocument[]> {
  const selection = await selectionFor({ user, filter: { step: stepId, state: ['done'] } })
  const found: ExportedDocument[] = []
  for await (const document of readDocuments(selection, count)) {
    if (document.result) found.push(document)
    if (found.length === count) break
  }
  return found
}

type Looked = Step & { documents: ExportedDocument[] }

async function columnsOf({ stepId, locale, documents }: Looked): Promise<ResultColumns> {
  const collection = collectColumns({ schema: (await findSchemas()).get(stepId), locale })
  for (const { result } of documents) if (result) collection.add(result)
  return collection.columns()
}
