import { answerAcceptedUpload, answerTus } from '@/app/api/uploads/tus'
import { findAccepted, requireOwnUpload } from '@/lib/documents/intake/ingest-upload'
import { handleRoute } from '@/lib/http/handle-route'

const handler = handleRoute(
  { access: 'documents', params: ['uploadId'] },
  async ({ user, request, params }) => {
    const uploadId = params.uploadId
    const accepted = request.method === 'HEAD' ? await findAccepted({ user, uploadId }) : null
    if (accepted) return answerAcceptedUpload(accepted)
    const upload = await requireOwnUpload({ user, uploadId })
    return answerTus({ user, request, upload })
  },
)

export { handler as DELETE, handler as HEAD, handler as PATCH }
