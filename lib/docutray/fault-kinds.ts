import type { ErrorCode } from '../errors'

/** How calls between the desk and the upstream go wrong, as they are counted. */
const faultKinds = [
  'upstream.unauthorized',
  'upstream.forbidden',
  'upstream.quota_exceeded',
  'upstream.rate_limited',
  'upstream.unreachable',
  'upstream.malformed',
  'upstream.refused',
  'upstream.answer_not_seen',
  'upstream.faulty',
  'upstream.execution_gone',
  'step.unknown',
  'webhook.bad_signature',
] as const satisfies ErrorCode[]
type FaultKind = (typeof faultKinds)[number]

export function isFaultKind(code: string): code is FaultKind {
  return (faultKinds as readonly string[]).includes(code)
}
