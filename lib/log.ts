import 'server-only'
import { createLog } from '@/base/log'
import { getSettings } from './env'

export const log = createLog({ process: 'web', level: logLevel() })

/** A bad setting is told by the start-up, which needs a log for that. */
function logLevel(): string {
  try {
    return getSettings().LOG_LEVEL
  } catch {
    return 'info'
  }
}
