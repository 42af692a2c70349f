import { acceptForm } from '@/lib/documents/accept-form'
import { listDocuments } from '@/lib/documents/list-documents'
import { documentFilterSchema } from '@/lib/documents/schema'
import { tellLateness } from '@/lib/documents/tell-lateness'
import { answerUpload } from '@/lib/documents/upload-answer'
import { handleRoute } from '@/lib/http/handle-route'

export const GET = handleRoute(
  { access: 'documents', query: documentFilterSchema },
  async ({ user, query }) => tellLateness(await listDocuments({ user, filter: query })),
)

export const POST = handleRoute({ access: 'documents' }, async ({ user, request }) =>
  answerUpload({ request, outcomes: await acceptForm({ user, request }) }),
)
