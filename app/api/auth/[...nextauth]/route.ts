import { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { AppError } from '@/lib/errors'
import { authOptions } from '@/lib/http/auth'
import { answerError } from '@/lib/http/handle-route'
import { readBody } from '@/lib/request-body'

type Context = { params: Promise<{ nextauth: string[] }> }

const limitBytes = 8_000

// The options read settings, which exist at run time only; so they are made per request, not at build time.
async function answer(request: NextRequest, context: Context): Promise<Response> {
  try {
    const answered: Response = await NextAuth(authOptions())(await withReadableBody(request), context)
    if (!answered.headers.has('Cache-Control')) answered.headers.set('Cache-Control', 'no-store')
    return answered
  } catch (thrown) {
    return answerError({ request, thrown })
  }
}

/** next-auth reads bodies of any size, and takes one that is no JSON for a fault of ours. */
async function withReadableBody(request: NextRequest): Promise<NextRequest> {
  if (!request.body) return request
  const { url, method, headers } = request
  const body = new Uint8Array(await readBody({ request, limitBytes }))
  if (headers.get('content-type')?.includes('application/json')) requireObject(new TextDecoder().decode(body))
  return new NextRequest(url, { method, headers, body })
}

function requireObject(text: string): void {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return
  } catch {
    // Told below.
  }
  throw new AppError('request.invalid', { values: { problem: 'body: JSON' } })
}

export { answer as GET, answer as POST }
