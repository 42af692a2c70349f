import 'server-only'
import type { SignedInUser } from '@/lib/people/roles'
import type { FieldEvent } from '../model/field-event'
import { addToExport, insertExport } from './store'

type Saved = { user: SignedInUser; format: NonNullable<FieldEvent['export']>['format'] }

const batch = 500

/**
 * The documents of a file as they are looked through, each noted in its history. A row a document, because only that
 * stays true: which documents a filter meant is not known any more once they changed.
 */
export async function* recordExport<Exported extends { summary: { id: string } }>({
  user,
  format,
  filter,
  documents,
}: Saved & {
  filter: Record<string, unknown>
  documents: AsyncIterable<Exported>
}): AsyncGenerator<Exported> {
  const id = await insertExport({ by: user, format, filter })
  let documentIds: string[] = []
  for await (const document of documents) {
    documentIds.push(document.summary.id)
    if (documentIds.length === batch) {
      await addToExport({ id, documentIds })
      documentIds = []
    }
    yield document
  }
  await addToExport({ id, documentIds })
}

export async function recordExportOf({
  user,
  format,
  id: documentId,
}: Saved & { id: string }): Promise<void> {
  const id = await insertExport({ by: user, format, filter: {} })
  await addToExport({ id, documentIds: [documentId] })
}
