import 'server-only'
import { AppError } from '../errors'
import { probe } from '../probe'
import { ping } from './calls/client'

/** Whether the upstream answered lately, if only with a refusal. */
export function isUpstreamReachable(): Promise<boolean> {
  return probe({ name: 'upstream', ask: askUpstream })
}

async function askUpstream(): Promise<boolean> {
  try {
    await ping()
    return true
  } catch (thrown) {
    const status = thrown instanceof AppError ? thrown.details.status : undefined
    return typeof status === 'number' && status < 500
  }
}
