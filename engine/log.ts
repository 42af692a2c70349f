import { pino } from 'pino'

/** One JSON line per event on standard output. Keys and bodies are never handed to it. */
export const log = pino({
  name: 'engine',
  base: {},
  redact: ['authorization', '*.authorization', 'headers', '*.headers', 'key', '*.key', 'secret', '*.secret'],
})
export type Log = typeof log
