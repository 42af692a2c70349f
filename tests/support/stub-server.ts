import { vi } from 'vitest'

export type Call = { method: string; path: string; body: unknown }
type Answer = unknown | ((call: Call) => unknown)

/**
 * Answers the browser's calls by method and path without its query (`PUT /api/x`), and by the path with its query where
 * that is named. A value is a JSON body, `refusal()` an error. What is not named cannot be reached.
 */
export function stubServer(answers: Record<string, Answer>): Call[] {
  const calls: Call[] = []
  vi.stubGlobal('fetch', async (input: string, init: RequestInit = {}) => {
    const call = { method: init.method ?? 'GET', path: String(input), body: readBody(init.body) }
    calls.push(call)
    const exact = `${call.method} ${call.path}`
    const answer = answers[exact] ?? answers[exact.split('?')[0] ?? '']
    const value = typeof answer === 'function' ? await answer(call) : answer
    if (value === undefined) throw new TypeError('Failed to fetch')
    return value instanceof Response ? value.clone() : Response.json(value)
  })
  return calls
}

export function refusal({
  status = 409,
  code = 'document.state_forbids',
  message = '',
  ...details
}: Refusal): Response {
  return Response.json({ error: { code, message, ...details } }, { status })
}
type Refusal = { status?: number; code?: string; message?: string; duplicateOf?: string }

/** An answer that comes when the test says so. */
export function later(): { answer: Promise<unknown>; resolve: (value: unknown) => void } {
  let resolve: (value: unknown) => void = () => {}
  const answer = new Promise((settle) => {
    resolve = settle
  })
  return { answer, resolve }
}

function readBody(body: RequestInit['body']): unknown {
  if (typeof body !== 'string') return body instanceof URLSearchParams ? Object.fromEntries(body) : body
  return JSON.parse(body)
}
