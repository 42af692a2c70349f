import { z } from 'zod'

/** What an original became where no upstream takes its kind: kept beside it, sent, and shown. `pictures` are all that the original holds. */
export const convertedFileSchema = z.object({
  key: z.string(),
  contentType: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  pictures: z.number().int(),
})
export type ConvertedFile = z.infer<typeof convertedFileSchema>

const prefix = 'converted/'

export function convertedKey(documentId: string): string {
  return `${prefix}${documentId}`
}

/** The document a key of `convertedKey` is of; null for another key. */
export function documentOfConverted(key: string): string | null {
  return key.startsWith(prefix) ? key.slice(prefix.length) : null
}

type Stored = {
  name: string
  contentType: string
  bytes: number
  sha256: string
  fileKey: string | null
  converted: ConvertedFile | null
}

/** The file that the upstream is sent and people are shown. */
export function sentFile({ name, fileKey, converted, ...original }: Stored) {
  const { contentType, bytes, sha256 } = original
  if (!converted || fileKey === null) return { name, key: fileKey, contentType, bytes, sha256 }
  return { ...converted, name: convertedName({ name, contentType: converted.contentType }) }
}

const endings: Record<string, string> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
}

/** `IMG_1.HEIC` is `IMG_1.jpg` once it is a JPEG. */
export function convertedName({ name, contentType }: { name: string; contentType: string }): string {
  const stem = name.replace(/\.(heic|heif|hif|tiff?)$/i, '')
  return `${stem}.${endings[contentType] ?? 'bin'}`
}
