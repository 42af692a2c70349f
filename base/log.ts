import { DrizzleQueryError } from 'drizzle-orm/errors'
import { type Logger, pino } from 'pino'

const secretFields = ['authorization', 'cookie', 'headers', 'password', 'apiKey', 'token', 'key', 'secret']

/** The log of a process: one JSON line per event on standard output, secrets struck out wherever they stand. */
export function createLog({ process, level }: { process: 'web' | 'engine'; level: string }): Logger {
  return pino({
    level,
    base: { process },
    redact: {
      paths: secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
      censor: '[hidden]',
    },
    serializers: { err: (error: unknown) => (error instanceof Error ? describe(error) : String(error)) },
  })
}

/**
 * Only these properties: database errors carry along what they were to write, which is what documents and people said,
 * and a failed query's own message repeats it where its cause does not.
 */
function describe(thrown: Error): Record<string, unknown> {
  const error = thrown instanceof DrizzleQueryError && thrown.cause instanceof Error ? thrown.cause : thrown
  const { name, message, stack, cause } = error
  return {
    type: name,
    message,
    stack,
    ...('code' in error && { code: error.code }),
    ...(cause instanceof Error && { cause: describe(cause) }),
  }
}
