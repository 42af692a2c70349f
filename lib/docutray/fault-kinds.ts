import type { ErrorCode } from '../errors'

/** How calls between the desk and the upstream go wrong, as they are counted. */
export const faultKinds = [
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
export type FaultKind = (typeof faultKinds)[number]
