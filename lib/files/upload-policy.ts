import { type AcceptedContentType, acceptedContentTypes, maxFileBytes } from '../docutray/contract'

/** What may be uploaded, read by the picker in the browser and by every intake on the server. Pure. */
export const maxUploadBytes = maxFileBytes

/** The limit as people know it. */
export const maxUploadWords = '100 MB'

/** Name endings of the accepted types, for file pickers and download names. */
export const extensionsByType: Record<AcceptedContentType, readonly [string, ...string[]]> = {
  'application/pdf': ['.pdf'],
  'image/jpeg': ['.jpg', '.jpeg', '.jfif'],
  'image/png': ['.png'],
  'image/gif': ['.gif'],
  'image/bmp': ['.bmp', '.dib'],
  'image/webp': ['.webp'],
}

/** For `<input accept>`. */
export const acceptAttribute = [...acceptedContentTypes, ...Object.values(extensionsByType).flat()].join(',')

/** What is wrong with a file of this size, or null. */
export function sizeProblem(bytes: number): 'upload.empty' | 'upload.too_large' | null {
  if (bytes === 0) return 'upload.empty'
  return bytes > maxUploadBytes ? 'upload.too_large' : null
}

export function isAcceptedContentType(type: string): type is AcceptedContentType {
  return acceptedContentTypes.includes(type as AcceptedContentType)
}
