import NextAuth from 'next-auth'
import { authOptions } from '@/lib/http/auth'

type Context = { params: Promise<{ nextauth: string[] }> }

// The options read settings, which exist at run time only; so they are made per request, not at build time.
const handler = (request: Request, context: Context) => NextAuth(authOptions())(request, context)

export { handler as GET, handler as POST }
