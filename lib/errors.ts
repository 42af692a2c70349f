/** Every way Intray refuses or fails, with the HTTP status it answers. Words are in the message catalogues (`error.<code>`). */
const errorStatus = {
  'auth.required': 401,
  'auth.forbidden': 403,
  'auth.token_invalid': 401,
  'auth.session_required': 403,
  'auth.other_person': 409,
  'auth.bad_credentials': 401,
  'auth.wrong_password': 403,
  'auth.too_many_attempts': 429,
  'auth.setup_closed': 410,
  'auth.link_invalid': 410,
  'request.invalid': 400,
  'request.foreign_origin': 403,
  'request.unsupported_type': 415,
  'request.not_found': 404,
  'request.unreadable': 400,
  'request.too_large': 413,
  'request.method_not_allowed': 405,
  'request.stalled': 408,
  'upload.no_file': 400,
  'upload.empty': 422,
  'upload.too_large': 413,
  'upload.unsupported_type': 415,
  'upload.password_protected': 422,
  'upload.unreadable': 422,
  'upload.too_many_pixels': 422,
  'upload.too_many_pages': 422,
  'upload.converted_too_large': 422,
  'upload.unsupported_picture': 422,
  'upload.incomplete': 400,
  'upload.metadata_invalid': 400,
  'upload.checksum_mismatch': 422,
  'upload.too_many_open': 429,
  'upload.not_found': 404,
  'upload.out_of_step': 409,
  'step.unknown': 422,
  'step.taken': 409,
  'step.not_editable': 409,
  'lesson.not_found': 404,
  'document.not_found': 404,
  'document.duplicate': 409,
  'document.state_forbids': 409,
  'document.original_gone': 410,
  'document.no_result': 409,
  'document.no_words': 409,
  'document.not_searchable': 422,
  'document.no_such_value': 400,
  'document.value_changed': 409,
  'document.value_misfit': 422,
  'document.in_review': 409,
  'batch.not_found': 404,
  'view.not_found': 404,
  'view.too_many': 409,
  'token.not_found': 404,
  'token.too_many': 409,
  'token.step_forbidden': 403,
  'token.pages_spent': 402,
  'export.not_found': 404,
  'export.name_taken': 409,
  'export.too_many': 409,
  'person.not_found': 404,
  'person.email_taken': 409,
  'person.last_admin': 409,
  'upstream.failed': 502,
  'upstream.unauthorized': 502,
  'upstream.forbidden': 502,
  'upstream.quota_exceeded': 402,
  'upstream.rate_limited': 503,
  'upstream.unreachable': 503,
  'upstream.malformed': 502,
  'upstream.refused': 422,
  'upstream.answer_not_seen': 502,
  'upstream.timed_out': 504,
  'upstream.faulty': 502,
  'upstream.execution_gone': 502,
  'upstream.changed': 502,
  'mail.not_configured': 409,
  'mail.refused': 502,
  'webhook.bad_signature': 401,
  'webhook.not_configured': 404,
  'storage.full': 507,
  'storage.unreachable': 503,
  'storage.refused': 503,
  'server.busy': 503,
  internal: 500,
} as const

export type ErrorCode = keyof typeof errorStatus

/** Values for the ICU message of a code, safe to show. */
export type ErrorValues = Record<string, string | number>

/** Next bundles this file several times into one process: what makes an error one of ours is this mark, not its class. */
const mark = Symbol.for('intray.AppError')

/**
 * The one error type. `values` fill the message of the code; `details` are added to the reply's error object
 * (machine-readable, safe to show); `cause` goes to the log only.
 */
export class AppError extends Error {
  static override [Symbol.hasInstance](thrown: unknown): thrown is AppError {
    return typeof thrown === 'object' && thrown !== null && mark in thrown
  }

  override name = 'AppError'
  readonly [mark] = true
  readonly values: ErrorValues
  readonly details: Record<string, unknown>

  constructor(
    readonly code: ErrorCode,
    options: { values?: ErrorValues; details?: Record<string, unknown>; cause?: unknown } = {},
  ) {
    super(code, { cause: options.cause })
    this.values = options.values ?? {}
    this.details = options.details ?? {}
  }

  get status(): number {
    return errorStatus[this.code]
  }
}

export function isErrorCode(code: string): code is ErrorCode {
  return code in errorStatus
}

/**
 * Anything thrown, as an AppError: a disk without room wherever it was met, and for the unknown a bland `internal` with
 * its cause kept for the log.
 */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  return new AppError(isDiskFull(thrown) ? 'storage.full' : 'internal', { cause: thrown })
}

export function isDiskFull(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null
  return code === 'ENOSPC' || code === 'EDQUOT'
}

/** The words of what was wrong in the first place: wrappers and lists of failed addresses have theirs in the parts. */
export function rootMessage(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return rootMessage(error.errors[0])
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : rootMessage(error.cause)
}
