import { isHolder } from '../model/value-path'
import { type Evidence, readEvidence } from './evidence'

export type ReadValue = { path: string; value: unknown; evidence: Evidence | null }

/** Every single value of a result with the place it was read at; `_evidence` mirrors the values of its object. */
export function listReadValues(result: Record<string, unknown>): ReadValue[] {
  return walk({ value: result, claims: undefined, path: '' })
}

type Place = { value: unknown; claims: unknown; path: string }

function walk({ value, claims, path }: Place): ReadValue[] {
  if (typeof value !== 'object' || value === null) return [{ path, value, evidence: readEvidence(claims) }]
  const own = '_evidence' in value && isHolder(value._evidence) ? value._evidence : claims
  return Object.entries(value)
    .filter(([key]) => !key.startsWith('_'))
    .flatMap(([key, inner]) =>
      walk({
        value: inner,
        claims: isHolder(own) ? own[key] : undefined,
        path: path ? `${path}.${key}` : key,
      }),
    )
}

/** Blank text is shown as nothing, so nothing was found. */
export function isFound(value: unknown): boolean {
  return value !== null && value !== undefined && !(typeof value === 'string' && value.trim() === '')
}
