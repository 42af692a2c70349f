import { expect, test } from 'vitest'
import { readBody } from './request-body'

/** A body of `pieces` pieces of 1,000 bytes, and how many of them were asked for. */
function bodyOf(pieces: number, headers: Record<string, string> = {}) {
  let sent = 0
  const body = new ReadableStream({
    pull: (controller) => {
      if (sent === pieces) return controller.close()
      sent += 1
      controller.enqueue(new Uint8Array(1_000).fill(97))
    },
  })
  const init = { method: 'POST', body, headers, duplex: 'half' } as const
  return { request: new Request('http://desk.test', init), sent: () => sent }
}

test('a body up to the limit is read whole', async () => {
  const { request } = bodyOf(3)
  expect((await readBody({ request, limitBytes: 3_000 })).toString()).toBe('a'.repeat(3_000))
  expect(await readBody({ request: new Request('http://desk.test'), limitBytes: 10 })).toHaveLength(0)
})

test('a body that says it is too large is refused unread', async () => {
  const { request, sent } = bodyOf(5, { 'Content-Length': '3001' })
  await expect(readBody({ request, limitBytes: 3_000 })).rejects.toMatchObject({ code: 'request.too_large' })
  expect(sent()).toBeLessThanOrEqual(1)
})

test('a body that says nothing, or less than it is, is read no further than the limit', async () => {
  for (const headers of [{}, { 'Content-Length': '10' }]) {
    const { request, sent } = bodyOf(1_000, headers)
    await expect(readBody({ request, limitBytes: 3_000 })).rejects.toMatchObject({ status: 413 })
    expect(sent()).toBeLessThan(8)
  }
})
