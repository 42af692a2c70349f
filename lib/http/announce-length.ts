import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe } from 'node:diagnostics_channel'
import type { ServerResponse } from 'node:http'

// Next bundles each route apart; the process has one place where its answers are found.
const shared = globalThis as typeof globalThis & { intrayAnswers?: AsyncLocalStorage<ServerResponse> }

/**
 * Next drops `Content-Length` from what a route handler returns (next/dist/server/send-response.js), and a browser then
 * cannot say how much of a download is left. Node tells of each answer before Next begins with it; from then on the
 * handler finds the answer it is writing. To be called before the first request.
 */
export function followAnswers(): void {
  if (shared.intrayAnswers) return
  const answers = new AsyncLocalStorage<ServerResponse>()
  shared.intrayAnswers = answers
  subscribe('http.server.request.start', (message) => {
    answers.enterWith((message as { response: ServerResponse }).response)
  })
}

/** Says on the answer under way how many bytes its body has. */
export function announceLength(bytes: string): void {
  const answer = shared.intrayAnswers?.getStore()
  if (answer && !answer.headersSent) answer.setHeader('Content-Length', bytes)
}
