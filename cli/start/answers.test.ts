import { type ChildProcess, spawn } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { waitUntilAnswers } from './answers'
import type { Child } from './child'

const never = new Promise<string>(() => undefined)
let server: Server | undefined
const started: ChildProcess[] = []
afterEach(() => {
  server?.close()
  for (const child of started.splice(0)) child.kill('SIGKILL')
})

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

const waitFor = (url: string, child: Partial<Child>, standstillMs = 5000) =>
  waitUntilAnswers({ name: 'The engine', url, child: { ...alive, ...child }, standstillMs })
const alive: Child = {
  pid: undefined,
  logFile: '/logs/engine.log',
  ended: never,
  lastNotice: () => null,
  speak: () => {},
}

/** A process that computes, or waits, until the test is over. */
function start(script: string): Child {
  const child = spawn(process.execPath, ['-e', script], { stdio: 'ignore' })
  started.push(child)
  return { ...alive, pid: child.pid }
}

test('a child that answers with errors at first is waited for', async () => {
  await expect(waitFor(await answering(503, 500, 200), alive)).resolves.toBeUndefined()
})

test('a child that ends before it answers is the end of the start, with its last words', async () => {
  const child = { ended: Promise.resolve('exit code 1'), lastNotice: () => 'Bad setting limits.fileBytes' }
  await expect(waitFor('http://127.0.0.1:9', child)).rejects.toThrow(
    'The engine ended before it answered (exit code 1). Bad setting limits.fileBytes',
  )
})

test('a child that never answers and does nothing is given up, with the place of its log', async () => {
  const given = waitFor(await answering(503), start('setInterval(() => {}, 60_000)'), 1_500)
  await expect(given).rejects.toThrow('does nothing. Its log says more: /logs/engine.log')
})

test.skipIf(process.platform === 'win32')(
  'a child that computes is waited for, however long it takes',
  async () => {
    const url = await answering(...Array.from({ length: 60 }, () => 503), 200)
    await expect(waitFor(url, start('for (;;) {}'), 1_000)).resolves.toBeUndefined()
  },
)

test('a refused key is told with the setting that causes it', async () => {
  await expect(waitFor(await answering(401), alive)).rejects.toThrow(/refuses the desk's key.*ENGINE_CONFIG/)
})
