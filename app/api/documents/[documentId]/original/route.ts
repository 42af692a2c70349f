import { openOriginal } from '@/lib/documents/read/original'
import { handleRoute } from '@/lib/http/handle-route'
import { streamResponse } from '@/lib/http/stream-response'

export const GET = handleRoute({ access: 'documents' }, async ({ user, params, request }) => {
  const download = new URL(request.url).searchParams.has('download')
  const original = await openOriginal({
    user,
    id: params.documentId ?? '',
    range: request.headers.get('range'),
    ifNoneMatch: request.headers.get('if-none-match'),
    download,
  })
  return streamResponse({ request, ...original })
})
