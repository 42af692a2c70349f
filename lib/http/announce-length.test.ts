import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { announceLength, followAnswers } from './announce-length'

followAnswers()
/** Announces the length named by the address after a while, as a handler that has read the database does. */
const server = createServer(async (request, response) => {
  const length = request.url?.slice(1) ?? ''
  await setTimeout(Number(length) % 7)
  if (length) announceLength(length)
  // In one piece, Node would count by itself.
  response.write('x')
  response.end('x'.repeat(Number(length) - 1))
})
afterAll(() => server.close())

test('each of many answers at once carries the length announced for it', async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const lengths = Array.from({ length: 40 }, (_, index) => String(index + 1))
  const told = await Promise.all(
    lengths.map(async (length) => {
      const answer = await fetch(`http://127.0.0.1:${port}/${length}`)
      await answer.arrayBuffer()
      return answer.headers.get('content-length')
    }),
  )
  expect(told).toEqual(lengths)
})

test('outside of an answer nothing is announced', () => {
  expect(() => announceLength('5')).not.toThrow()
})
