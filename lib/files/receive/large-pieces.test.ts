import { afterEach, expect, test, vi } from 'vitest'
import { inLargePieces } from './large-pieces'

afterEach(() => {
  vi.useRealTimers()
})

/** The chunks of these sizes, each `everyMs` after the one before. */
async function gather({ sizes, everyMs = 0 }: { sizes: number[]; everyMs?: number }) {
  vi.useFakeTimers({ toFake: ['performance'] })
  const chunks = sizes.map((size, number) => Buffer.alloc(size, number + 1))
  const seen: Buffer[] = []
  const pieces: Buffer[] = []
  const source = (async function* () {
    for (const chunk of chunks) {
      vi.advanceTimersByTime(everyMs)
      yield chunk
    }
  })()
  for await (const piece of inLargePieces({ chunks: source, see: (chunk) => seen.push(chunk) })) {
    pieces.push(piece)
  }
  return { sent: Buffer.concat(chunks), seen: Buffer.concat(seen), pieces }
}

test('many small chunks become few pieces with the same bytes in the same order', async () => {
  const { sent, seen, pieces } = await gather({ sizes: [...Array(40).fill(65_536), 7] })
  expect(pieces.map((piece) => piece.length)).toEqual([1_048_576, 1_048_576, 524_295])
  expect(Buffer.concat(pieces).equals(sent)).toBe(true)
  expect(seen.equals(sent)).toBe(true)
})

test('what a slow line brings is passed on five times a second', async () => {
  const { pieces } = await gather({ sizes: Array(9).fill(1_000), everyMs: 70 })
  expect(pieces.map((piece) => piece.length)).toEqual([3_000, 3_000, 3_000])
})

test('nothing stays nothing', async () => {
  expect((await gather({ sizes: [] })).pieces).toEqual([])
})
