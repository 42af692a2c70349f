import { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '@/lib/http/auth'
import { answerError } from '@/lib/http/handle-route'
import { readBody } from '@/lib/request-body'

type Context = { params: Promise<{ nextauth: string[] }> }

const limitBytes = 8_000

// The options read settings, which exist at run time only; so they are made per request, not at build time.
async function answer(request: NextRequest, context: Context): Promise<Response> {
  try {
    return await NextAuth(authOptions())(await withLimitedBody(request), context)
  } catch (thrown) {
    return answerError({ request, thrown })
  }
}

/** next-auth reads bodies of any size. */
async function withLimitedBody(request: NextRequest): Promise<NextRequest> {
  if (!request.body) return request
  const { url, method, headers } = request
  return new NextRequest(url, {
    method,
    headers,
    body: new Uint8Array(await readBody({ request, limitBytes })),
  })
}

export { answer as GET, answer as POST }
