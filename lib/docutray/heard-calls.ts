/** Longer than a signature is valid, so that no call counts twice. */
const rememberMs = 15 * 60_000

const shared = globalThis as typeof globalThis & { intrayHeardCalls?: Map<string, number> }

/** Whether the call with this request id was acted on before. */
export function isHeard(requestId: string): boolean {
  return calls().has(requestId)
}

/** To be called once a call was acted on, so that one that failed half-way may come again. */
export function rememberCall(requestId: string): void {
  const heard = calls()
  const now = Date.now()
  for (const [earlier, at] of heard) {
    if (now - at < rememberMs) break
    heard.delete(earlier)
  }
  heard.set(requestId, now)
}

function calls(): Map<string, number> {
  shared.intrayHeardCalls ??= new Map()
  return shared.intrayHeardCalls
}
