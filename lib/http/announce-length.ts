import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe } from 'node:diagnostics_channel'
import type { ServerResponse } from 'node:http'
import { once } from '../once'

/**
 * Next drops `Content-Length` from what a route handler returns (next/dist/server/send-response.js), and a browser then
 * cannot say how much of a download is left. Node tells of each answer before Next begins with it; from then on the
 * handler finds the answer it is writing. To be called before the first request.
 */
export function followAnswers(): void {
  answers()
}

/** Says on the answer under way how many bytes its body has. */
export function announceLength(bytes: string): void {
  const answer = answers().getStore()
  if (answer && !answer.headersSent) answer.setHeader('Content-Length', bytes)
}

function answers(): AsyncLocalStorage<ServerResponse> {
  return once('answers', () => {
    const storage = new AsyncLocalStorage<ServerResponse>()
    subscribe('http.server.request.start', (message) => {
      storage.enterWith((message as { response: ServerResponse }).response)
    })
    return storage
  })
}
