// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { StreamEvent } from './stream-events'

class FakeWorker extends EventTarget {
  readonly messages: { kind: string }[] = []
  readonly port = {
    onmessage: null as ((event: { data: StreamEvent }) => void) | null,
    postMessage: (message: { kind: string }) => void this.messages.push(message),
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
  const close = openStream({ url, onEvent: () => {} })
  expect(alone).toEqual([])
  workers[0]?.dispatchEvent(new Event('error'))
  close()
  openStream({ url: '/api/events?later', onEvent: () => {} })
  expect(workers).toHaveLength(1)
  expect(alone).toEqual([url, '/api/events?later'])
})

test('a stream that was closed is not opened when the worker fails', async () => {
  const { openStream } = await import('./open-stream')
  openStream({ url, onEvent: () => {} })()
  openStream({ url: '/api/events?later', onEvent: () => {} })
  workers[0]?.dispatchEvent(new Event('error'))
  expect(alone).toEqual(['/api/events?later'])
})

test('a page that comes back as it was left hears again at once', async () => {
  const { openStream } = await import('./open-stream')
  const close = openStream({ url, onEvent: () => {} })
  const kinds = () => workers[0]?.messages.map(({ kind }) => kind)
  show(false)
  expect(kinds()).toEqual(['join'])
  window.dispatchEvent(new Event('pagehide'))
  show(true)
  expect(kinds()).toEqual(['join', 'leave', 'join'])
  close()
  show(true)
  expect(kinds()).toEqual(['join', 'leave', 'join', 'leave'])
})
