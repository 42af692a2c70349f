import { type AcceptedContentType, acceptedContentTypes, maxFileBytes } from '@/base/contract'

/** What may be uploaded, read by the picker in the browser and by every intake on the server. Pure. */
export const maxUploadBytes = maxFileBytes

export const maxUploadWords = '100 MB'

/** What no upstream takes: converted on arrival to what every one does. */
const convertibleKinds = { 'image/heic': 'HEIC', 'image/tiff': 'TIFF' } as const

const kinds: Record<AcceptedContentType | ConvertibleContentType, string> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/gif': 'GIF',
  'image/bmp': 'BMP',
  'image/webp': 'WebP',
  ...convertibleKinds,
}

export type ConvertibleContentType = keyof typeof convertibleKinds
export type UploadContentType = AcceptedContentType | ConvertibleContentType

/** All kinds by name, for every place that tells them. */
export const uploadKinds = Object.values(kinds).join(', ')

export function sizeProblem(bytes: number): 'upload.empty' | 'upload.too_large' | null {
  if (bytes === 0) return 'upload.empty'
  return bytes > maxUploadBytes ? 'upload.too_large' : null
}

export function isAcceptedContentType(type: string): type is AcceptedContentType {
  return acceptedContentTypes.includes(type as AcceptedContentType)
}

export function isConvertible(type: string): type is ConvertibleContentType {
  return type in convertibleKinds
}

export function nameOfKind(type: string): string {
  return isAcceptedContentType(type) || isConvertible(type) ? kinds[type] : type
}
