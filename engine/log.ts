import { DrizzleQueryError } from 'drizzle-orm/errors'
import { pino } from 'pino'

/** One JSON line per event on standard output. Keys and bodies are never handed to it. */
export const log = pino({
  name: 'engine',
  base: {},
  redact: ['authorization', '*.authorization', 'headers', '*.headers', 'key', '*.key', 'secret', '*.secret'],
  serializers: { err: (error: unknown) => (error instanceof Error ? describe(error) : String(error)) },
})

/**
 * Only these properties: database errors carry along what they were to write, which is what documents said, and a
 * failed query's own message repeats it where its cause does not.
 */
function describe(error: Error): Record<string, unknown> {
  const told = error instanceof DrizzleQueryError && error.cause instanceof Error ? error.cause : error
  const { name, message, stack } = told
  return { type: name, message, stack, ...('code' in told && { code: told.code }) }
}
