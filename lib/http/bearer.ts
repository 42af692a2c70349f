import 'server-only'

const scheme = /^bearer(?: +|$)/i

/**
 * What a script calls with instead of a session, or null. Such a call comes with nothing that a browser adds by itself,
 * so cookies and the origin say nothing about it. Other schemes belong to a proxy in front.
 */
export function readBearer(request: Request): string | null {
  const header = request.headers.get('authorization') ?? ''
  return scheme.test(header) ? header.replace(scheme, '').trim() : null
}
