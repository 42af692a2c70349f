import { answerUpload } from '@/app/api/uploads/upload-answer'
import { ingestForm } from '@/lib/documents/intake/ingest-form'
import { documentFilterSchema } from '@/lib/documents/model/schema'
import { listDocuments, withLateness } from '@/lib/documents/read/list-documents'
import { handleRoute } from '@/lib/http/handle-route'

export const GET = handleRoute(
  { access: 'documents', query: documentFilterSchema },
  async ({ user, query }) => withLateness(await listDocuments({ user, filter: query })),
)

export const POST = handleRoute({ access: 'documents' }, async ({ user, request }) =>
  answerUpload({ request, outcomes: await ingestForm({ user, request }) }),
)
