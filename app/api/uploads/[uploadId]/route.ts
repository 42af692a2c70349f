import { answerTus } from '@/app/api/uploads/tus'
import { answerAcceptedUpload, answerUploadState } from '@/app/api/uploads/upload-state'
import { findAccepted, requireOwnUpload } from '@/lib/documents/intake/ingest-upload'
import { handleRoute } from '@/lib/http/handle-route'

const handler = handleRoute(
  { access: 'documents', params: ['uploadId'] },
  async ({ user, request, params }) => {
    const uploadId = params.uploadId
    const accepted = request.method === 'HEAD' ? await findAccepted({ user, uploadId }) : null
    if (accepted) return answerAcceptedUpload(accepted)
    const upload = await requireOwnUpload({ user, uploadId })
    if (request.method === 'HEAD') return answerUploadState({ user, request, upload })
    return answerTus({ user, request, upload })
  },
)

export { handler as DELETE, handler as HEAD, handler as PATCH }
