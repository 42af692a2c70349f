import { openThumbnail } from '@/lib/documents/read/thumbnail'
import { handleRoute } from '@/lib/http/handle-route'
import { streamResponse } from '@/lib/http/stream-response'

export const GET = handleRoute(
  { access: 'documents', params: ['documentId'] },
  async ({ user, params, request }) =>
    streamResponse({
      request,
      stream: await openThumbnail({ user, id: params.documentId }),
      headers: {
        'Content-Type': 'image/webp',
        // The original of an id never changes; private, because the address says nothing of who may see it.
        'Cache-Control': 'private, max-age=604800, immutable',
        'X-Content-Type-Options': 'nosniff',
      },
    }),
)
