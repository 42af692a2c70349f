import { afterEach, expect, test, vi } from 'vitest'
import { pdfSource } from './pdf-source'

class Transport {
  requestDataRange = (_begin: number, _end: number) => {}
  onDataRange = vi.fn()
  constructor(readonly length: number) {}
}
const pdfjs = { PDFDataRangeTransport: Transport } as unknown as typeof import('pdfjs-dist')
const url = '/api/documents/doc_1/original'
afterEach(() => vi.unstubAllGlobals())

function openSource(answers: (() => Response)[]) {
  const asked: unknown[] = []
  vi.stubGlobal('fetch', async (_path: string, { headers }: { headers: { Range: string } }) => {
    asked.push(headers.Range)
    const answer = answers.shift()
    if (!answer) throw new TypeError('Failed to fetch')
    return answer()
  })
  const closing = new AbortController()
  const onFail = vi.fn()
  const source = pdfSource({ pdfjs, url, bytes: 1_000_001, signal: closing.signal, onFail })
  const range = source.range as unknown as Transport
  return { asked, onFail, closing, range }
}
const part = () => new Response(new Uint8Array([1, 2, 3]), { status: 206 })

test('a file of up to a megabyte comes in one go, a larger one in parts of its known length', () => {
  const given = { pdfjs, url, signal: new AbortController().signal, onFail: () => {} }
  expect(pdfSource({ ...given, bytes: 1_000_000 })).toEqual({ url, httpHeaders: {} })
  const source = pdfSource({ ...given, bytes: 1_000_001 })
  expect(source).toMatchObject({ rangeChunkSize: 262_144, disableAutoFetch: true, disableStream: true })
  expect((source.range as unknown as Transport).length).toBe(1_000_001)
})

test('a part is asked for by its first and last byte, and handed on with where it begins', async () => {
  const { range, asked } = openSource([part])
  range.requestDataRange(100, 200)
  await vi.waitFor(() => expect(range.onDataRange).toHaveBeenCalledOnce())
  expect(asked).toEqual(['bytes=100-199'])
  expect(range.onDataRange).toHaveBeenCalledWith(100, new Uint8Array([1, 2, 3]))
})

test('a part that does not come is asked for three times in all', async () => {
  const { range, asked, onFail } = openSource([() => new Response('', { status: 503 })])
  range.requestDataRange(0, 10)
  await vi.waitFor(() => expect(onFail).toHaveBeenCalledOnce())
  expect(asked).toHaveLength(3)
})

test('a part that comes on the second try is no failure', async () => {
  const { range, onFail } = openSource([() => new Response('whole', { status: 200 }), part])
  range.requestDataRange(0, 10)
  await vi.waitFor(() => expect(range.onDataRange).toHaveBeenCalledOnce())
  expect(onFail).not.toHaveBeenCalled()
})

test('what fails because the document was closed is told to nobody, and not tried again', async () => {
  const { range, asked, onFail, closing } = openSource([])
  closing.abort()
  range.requestDataRange(0, 10)
  await vi.waitFor(() => expect(asked).toHaveLength(1))
  await new Promise((resolve) => setImmediate(resolve))
  expect(asked).toHaveLength(1)
  expect(onFail).not.toHaveBeenCalled()
})
