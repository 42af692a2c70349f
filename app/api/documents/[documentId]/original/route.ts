import { getOriginal } from '@/lib/documents/read/original'
import { answerFile } from '@/lib/http/file-answer'
import { handleRoute } from '@/lib/http/handle-route'
import { fileHeaders } from '../file-headers'

export const GET = handleRoute(
  { access: 'documents', params: ['documentId'] },
  async ({ user, params, request }) => {
    const original = await getOriginal({ user, id: params.documentId })
    const isDownload = new URL(request.url).searchParams.has('download')
    return answerFile({ request, file: original, headers: fileHeaders({ original, isDownload }) })
  },
)
