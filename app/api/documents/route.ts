import { z } from 'zod'
import { answerUpload } from '@/app/api/uploads/upload-answer'
import { ingestForm } from '@/lib/documents/intake/ingest-form'
import { documentFilterSchema } from '@/lib/documents/model/schema'
import { maxArrivals } from '@/lib/documents/queries'
import { listDocuments, withLateness } from '@/lib/documents/read/list-documents'
import { handleRoute } from '@/lib/http/handle-route'

/** `ids`, separated by commas: of these alone, those that the filter matches. */
const querySchema = documentFilterSchema.extend({
  ids: z
    .string()
    .transform((list) => list.split(',').filter(Boolean))
    .pipe(z.array(z.string().max(100)).min(1).max(maxArrivals))
    .optional(),
})

export const GET = handleRoute(
  { access: 'documents', query: querySchema },
  async ({ user, query: { ids, ...filter } }) => withLateness(await listDocuments({ user, filter, ids })),
)

export const POST = handleRoute({ access: 'documents' }, async ({ user, request }) =>
  answerUpload({ request, outcomes: await ingestForm({ user, request }) }),
)
