import { AppError } from '@/lib/errors'

const maxLength = 65_536
/** What a JSON column of Postgres cannot hold: NUL and halves of surrogate pairs. */
const unstorable = /[\0\p{Surrogate}]/u

/** The uploader's own details from JSON text; null for none. Throws upload.metadata_invalid for all but an object. */
export function parseMetadata(text: string | undefined): Record<string, unknown> | null {
  if (text === undefined || text.trim() === '') return null
  if (text.length > maxLength) throw new AppError('upload.metadata_invalid')
  const value = readJson(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new AppError('upload.metadata_invalid')
  return value as Record<string, unknown>
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text, (key, value: unknown) => {
      if (unstorable.test(key) || (typeof value === 'string' && unstorable.test(value)))
        throw new SyntaxError('characters that cannot be stored')
      return value
    })
  } catch (cause) {
    throw new AppError('upload.metadata_invalid', { cause })
  }
}
