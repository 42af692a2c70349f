import { type AcceptedContentType, acceptedContentTypes, maxFileBytes } from '@/base/contract'

/** What may be uploaded, read by the picker in the browser and by every intake on the server. Pure. */
export const maxUploadBytes = maxFileBytes

export const maxUploadWords = '100 MB'

export function sizeProblem(bytes: number): 'upload.empty' | 'upload.too_large' | null {
  if (bytes === 0) return 'upload.empty'
  return bytes > maxUploadBytes ? 'upload.too_large' : null
}

export function isAcceptedContentType(type: string): type is AcceptedContentType {
  return acceptedContentTypes.includes(type as AcceptedContentType)
}
