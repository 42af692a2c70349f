import 'server-only'
import { publicUrl } from '../env'
import { AppError } from '../errors'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a state-changing call that a page of another site made: browsers always send `Origin` with those. Calls
 * without one (scripts) carry no ambient cookie of a browser.
 */
export function refuseForeignOrigin(request: Request): void {
  const origin = request.headers.get('origin')
  if (!origin || safeMethods.has(request.method)) return
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host')
  if (origin === publicUrl() || (URL.canParse(origin) && new URL(origin).host === host)) return
  throw new AppError('request.foreign_origin')
}
