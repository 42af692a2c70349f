import 'server-only'
import pino from 'pino'
import { getSettings } from './env'

const secretFields = ['authorization', 'cookie', 'password', 'apiKey', 'token', 'key']

/** The log of the web process: one JSON line per event, secrets struck out wherever they stand. */
export const log = pino({
  level: logLevel(),
  base: { process: 'web' },
  redact: {
    paths: secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
    censor: '[hidden]',
  },
})

/** A bad setting is told by the start-up, which needs a log for that. */
function logLevel(): string {
  try {
    return getSettings().LOG_LEVEL
  } catch {
    return 'info'
  }
}
