import type { Original } from '@/lib/documents/read/original'
import { isAcceptedContentType } from '@/lib/files/upload-policy'
import { contentDisposition } from '@/lib/http/content-disposition'

/** They keep a hostile file from acting in our name. */
export function fileHeaders({ original, isDownload }: { original: Original; isDownload: boolean }) {
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
