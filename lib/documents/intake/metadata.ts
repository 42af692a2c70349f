import { isStorable } from '@/base/storable-text'
import { AppError } from '@/lib/errors'

const maxLength = 65_536

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
      if (!isStorable(key) || (typeof value === 'string' && !isStorable(value)))
        throw new SyntaxError('characters that cannot be stored')
      return value
    })
  } catch (cause) {
    throw new AppError('upload.metadata_invalid', { cause })
  }
}
