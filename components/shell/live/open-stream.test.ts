// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { StreamWord } from './stream-words'

class FakeWorker extends EventTarget {
  readonly orders: { kind: string }[] = []
  readonly port = {
    onmessage: null as ((event: { data: StreamWord }) => void) | null,
    postMessage: (order: { kind: string }) => void this.orders.push(order),
  }
  constructor() {
    super()
    workers.push(this)
  }
}
class FakeStream extends EventTarget {
  constructor(readonly url: string) {
    super()
    alone.push(url)
  }
  close() {}
}
let workers: FakeWorker[] = []
let alone: string[] = []

beforeEach(() => {
  workers = []
  alone = []
  vi.resetModules()
  vi.stubGlobal('SharedWorker', FakeWorker)
  vi.stubGlobal('EventSource', FakeStream)
})
afterEach(() => vi.unstubAllGlobals())

const url = '/api/events'
const show = (persisted: boolean) => window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }))

test('a worker that failed is not started again: this tab listens alone from then on', async () => {
  const { openStream } = await import('./open-stream')
  const close = openStream({ url, tell: () => {} })
  expect(alone).toEqual([])
  workers[0]?.dispatchEvent(new Event('error'))
  close()
  openStream({ url: '/api/events?later', tell: () => {} })
  expect(workers).toHaveLength(1)
  expect(alone).toEqual([url, '/api/events?later'])
})

test('a stream that was closed is not opened when the worker fails', async () => {
  const { openStream } = await import('./open-stream')
  openStream({ url, tell: () => {} })()
  openStream({ url: '/api/events?later', tell: () => {} })
  workers[0]?.dispatchEvent(new Event('error'))
  expect(alone).toEqual(['/api/events?later'])
})

test('a page that comes back as it was left hears again at once', async () => {
  const { openStream } = await import('./open-stream')
  const close = openStream({ url, tell: () => {} })
  const kinds = () => workers[0]?.orders.map(({ kind }) => kind)
  show(false)
  expect(kinds()).toEqual(['join'])
  window.dispatchEvent(new Event('pagehide'))
  show(true)
  expect(kinds()).toEqual(['join', 'leave', 'join'])
  close()
  show(true)
  expect(kinds()).toEqual(['join', 'leave', 'join', 'leave'])
})
