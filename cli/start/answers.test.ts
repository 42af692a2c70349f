import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { waitUntilAnswers } from './answers'

const never = new Promise<string>(() => undefined)
let server: Server | undefined
afterEach(() => server?.close())

/** A server that answers with these codes, one after the other, the last one for ever. */
async function answering(...codes: number[]): Promise<string> {
  let calls = 0
  server = createServer((_request, response) => {
    response.statusCode = codes[Math.min(calls, codes.length - 1)] ?? 500
    calls += 1
    response.end()
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const waitFor = (
  url: string,
  child: { ended: Promise<string>; lastNotice: () => string | null },
  timeoutMs = 5000,
) => waitUntilAnswers({ name: 'The engine', url, child, timeoutMs })
const alive = { ended: never, lastNotice: () => null }

test('a child that answers with errors at first is waited for', async () => {
  await expect(waitFor(await answering(503, 500, 200), alive)).resolves.toBeUndefined()
})

test('a child that ends before it answers is the end of the start, with its last words', async () => {
  const child = { ended: Promise.resolve('exit code 1'), lastNotice: () => 'Bad setting limits.fileBytes' }
  await expect(waitFor('http://127.0.0.1:9', child)).rejects.toThrow(
    'The engine ended before it answered (exit code 1). Bad setting limits.fileBytes',
  )
})

test('a child that never answers is given up', async () => {
  await expect(waitFor(await answering(503), alive, 200)).rejects.toThrow('did not answer within 0.2 s')
})

test('a refused key is told with the setting that causes it', async () => {
  await expect(waitFor(await answering(401), alive)).rejects.toThrow(/refuses the desk's key.*ENGINE_CONFIG/)
})
