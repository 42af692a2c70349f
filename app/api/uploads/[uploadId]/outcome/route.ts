import { z } from 'zod'
import { answerUpload } from '@/app/api/uploads/upload-answer'
import { ingestUpload } from '@/lib/documents/intake/ingest-upload'
import { handleRoute } from '@/lib/http/handle-route'

/** What became of a complete upload whose answer was lost; asking finishes it where that is still to do. */
export const GET = handleRoute(
  { access: 'documents', params: ['uploadId'] },
  async ({ user, request, params }) => {
    const outcome = await ingestUpload({ user, uploadId: params.uploadId })
    return answerUpload({ request, outcomes: [outcome] })
  },
)

const bodySchema = z.object({ duplicate: z.literal('allow').optional() })

/** The same, with leave to make a second copy of a document that is there already. */
export const POST = handleRoute(
  { access: 'documents', params: ['uploadId'], body: bodySchema },
  async ({ user, request, params, body }) => {
    const { duplicate } = body
    const outcome = await ingestUpload({ user, uploadId: params.uploadId, duplicate })
    return answerUpload({ request, outcomes: [outcome] })
  },
)
