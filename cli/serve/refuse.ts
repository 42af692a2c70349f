import type { IncomingMessage, ServerResponse } from 'node:http'
import { AppError, type ErrorCode } from '@/lib/errors'
import { errorMessage } from '@/lib/i18n/error-message'
import { requestTranslate } from '@/lib/i18n/request'

type Refusing = { request: IncomingMessage; response: ServerResponse; code: ErrorCode }

/** Answers what Next cannot be asked, in the form in which the desk answers everything. */
export function refuse({ request, response, code }: Refusing): void {
  const error = new AppError(code)
  const { cookie = '', 'accept-language': accepted = '' } = request.headers
  const t = requestTranslate(new Request('http://desk', { headers: { cookie, 'accept-language': accepted } }))
  response.writeHead(error.status, {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    Connection: 'close',
    ...(code === 'request.method_not_allowed' && { Allow: 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS' }),
  })
  response.end(JSON.stringify({ error: { code, message: errorMessage(t, error) } }))
}
