import { getOriginal, type Original } from '@/lib/documents/read/original'
import { isAcceptedContentType } from '@/lib/files/upload-policy'
import { contentDisposition } from '@/lib/http/content-disposition'
import { answerFile } from '@/lib/http/file-answer'
import { handleRoute } from '@/lib/http/handle-route'

export const GET = handleRoute(
  { access: 'documents', params: ['documentId'] },
  async ({ user, params, request }) => {
    const original = await getOriginal({ user, id: params.documentId })
    const isDownload = new URL(request.url).searchParams.has('download')
    return answerFile({ request, file: original, headers: headersOf({ original, isDownload }) })
  },
)

/** They keep a hostile file from acting in our name. */
function headersOf({ original, isDownload }: { original: Original; isDownload: boolean }) {
  const { name, contentType, sha256 } = original
  const kind = isDownload || !isAcceptedContentType(contentType) ? 'attachment' : 'inline'
  return {
    'Content-Type': contentType,
    'Content-Disposition': contentDisposition({ kind, name }),
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ETag: `"${sha256}"`,
    'Cache-Control': 'private, no-cache',
  }
}
