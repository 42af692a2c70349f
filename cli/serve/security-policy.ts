import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

export type PolicySettings = {
  /** Also what the development server needs. */
  development: boolean
  /** Whether people reach the desk by https. */
  isSecure: boolean
}

const yearSeconds = 31_536_000

/**
 * Sets the content security policy of a page. Next takes the nonce of its scripts from the policy of the request
 * (next/dist/server/app-render/get-script-nonce-from-header); what the caller sent there counts for nothing.
 */
export function setSecurityPolicy({
  request,
  response,
  settings,
}: {
  request: IncomingMessage
  response: ServerResponse
  settings: PolicySettings
}): void {
  delete request.headers['content-security-policy-report-only']
  delete request.headers['content-security-policy']
  if (settings.isSecure) response.setHeader('Strict-Transport-Security', `max-age=${yearSeconds}`)
  if (!isPage(request.url ?? '')) return
  const policy = policyOf({ nonce: randomBytes(16).toString('base64'), ...settings })
  request.headers['content-security-policy'] = policy
  response.setHeader('Content-Security-Policy', policy)
}

/** Received files, which an API call answers, have a stricter policy of their own. */
function isPage(url: string): boolean {
  return !/^\/(api|_next|pdfjs)\//.test(url)
}

function policyOf({ nonce, development }: PolicySettings & { nonce: string }): string {
  const evaluating = development ? " 'unsafe-eval'" : ''
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic' 'wasm-unsafe-eval'${evaluating}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
