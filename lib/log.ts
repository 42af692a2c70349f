import 'server-only'
import pino from 'pino'
import { getSettings } from './env'

const secretFields = ['authorization', 'cookie', 'password', 'apiKey', 'token', 'key']

/** The log of the web process: one JSON line per event, secrets struck out wherever they stand. */
export const log = pino({
  level: getSettings().LOG_LEVEL,
  base: { process: 'web' },
  redact: {
    paths: secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
    censor: '[hidden]',
  },
})
