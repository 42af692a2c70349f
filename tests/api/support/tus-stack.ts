import type { HttpRequest, HttpStack } from 'tus-js-client'
import { DELETE, HEAD, PATCH } from '@/app/api/uploads/[uploadId]/route'
import { POST } from '@/app/api/uploads/route'
import { call } from './desk'

const handlers = { POST, HEAD, PATCH, DELETE }

/** How tus-js-client reaches the routes of this process; `sent` lists its requests by method and what they were answered. */
export function createTusStack() {
  const sent: string[] = []
  const createRequest = (method: string, url: string): HttpRequest => {
    const headers: Record<string, string> = {}
    const send = async (body?: Buffer | null) => {
      const { pathname } = new URL(url, 'http://desk.test')
      const uploadId = pathname.split('/')[3] ?? ''
      const length = body ? { 'content-length': String(body.length) } : {}
      const response = await call(handlers[method as keyof typeof handlers], {
        path: pathname,
        method,
        params: { uploadId },
        headers: { ...headers, ...length },
        body: body ? new Uint8Array(body) : null,
      })
      sent.push(`${method} ${response.status}`)
      const text = await response.text()
      return {
        getStatus: () => response.status,
        getHeader: (name: string) => response.headers.get(name) ?? undefined,
        getBody: () => text,
        getUnderlyingObject: () => response,
      }
    }
    return {
      getMethod: () => method,
      getURL: () => url,
      setHeader: (name, value) => {
        headers[name] = value
      },
      getHeader: (name) => headers[name],
      setProgressHandler: () => undefined,
      send: send as HttpRequest['send'],
      abort: async () => undefined,
      getUnderlyingObject: () => null,
    }
  }
  const stack: HttpStack = { createRequest, getName: () => 'routes' }
  return { stack, sent }
}
