import { isStorable, toStorable } from '@/base/storable-text'

/** The JSON of an answer without characters that could never be stored; undefined where it is no JSON. */
export function parseAnswer(text: string): unknown {
  try {
    return JSON.parse(text, (_key, value: unknown) => clean(value))
  } catch {
    return undefined
  }
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return toStorable(value)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  if (Object.keys(value).every(isStorable)) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [toStorable(key), member]))
}
