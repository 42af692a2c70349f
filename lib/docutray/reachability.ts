import 'server-only'
import { AppError } from '../errors'
import { probe } from '../probe'
import { ping } from './calls/client'

/** The upstream's answer to a call that costs nothing: all is well, it refuses our key, it is there, or it is not. */
type Reach = 'well' | 'refusing' | 'there' | 'away'

/** As of the last seconds. */
export function askUpstream(): Promise<Reach> {
  return probe<Reach>({ name: 'upstream', ask, otherwise: 'away' })
}

async function ask(): Promise<Reach> {
  try {
    await ping()
    return 'well'
  } catch (thrown) {
    const status = thrown instanceof AppError ? thrown.details.status : undefined
    if (status === 401) return 'refusing'
    return typeof status === 'number' && status < 500 ? 'there' : 'away'
  }
}
