import { openSearchablePdf } from '@/lib/documents/searchable/searchable-pdf'
import { contentDisposition } from '@/lib/http/content-disposition'
import { handleRoute } from '@/lib/http/handle-route'
import { streamResponse } from '@/lib/http/stream-response'

export const GET = handleRoute(
  { access: 'documents', params: ['documentId'] },
  async ({ user, params, request }) => {
    const { name, bytes, stream } = await openSearchablePdf({ user, id: params.documentId })
    const headers = {
      'Content-Type': 'application/pdf',
      'Content-Length': String(bytes),
      'Content-Disposition': contentDisposition({ kind: 'attachment', name }),
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    }
    return streamResponse({ request, headers, stream })
  },
)
