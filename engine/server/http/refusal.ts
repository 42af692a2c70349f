/** An answer other than success, as the contract words it. Thrown anywhere below a route. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: number
  readonly body: Record<string, unknown>
  readonly headers: Record<string, string>

  constructor(input: { status: number; body: Record<string, unknown>; headers?: Record<string, string> }) {
    super(`${input.status} ${JSON.stringify(input.body)}`)
    this.status = input.status
    this.body = input.body
    this.headers = input.headers ?? {}
  }
}

/** Contract §2.3: the entries are for people, the rest is exact. */
export function validationRefusal(errors: string[]): Refusal {
  return new Refusal({ status: 400, body: { message: 'Validation error', errors } })
}

export function tooLargeRefusal(maxBytes: number): Refusal {
  const megabytes = Math.round((maxBytes / 1_048_576) * 100) / 100
  return new Refusal({
    status: 413,
    body: { message: `File exceeds maximum allowed size (${megabytes}MB)` },
  })
}

export function contentTypeRefusal(): Refusal {
  const message = 'Unsupported Content-Type. Use multipart/form-data or application/json.'
  return new Refusal({ status: 415, body: { message } })
}

export function messageRefusal({ status, message }: { status: number; message: string }): Refusal {
  return new Refusal({ status, body: { message } })
}

export function errorRefusal({ status, error }: { status: number; error: string }): Refusal {
  return new Refusal({ status, body: { error } })
}

/** The caller went away in the middle of its request: nobody is left to answer. */
export class CallerGone extends Error {
  override readonly name = 'CallerGone'
}
