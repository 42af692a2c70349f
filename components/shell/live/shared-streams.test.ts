import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SharedStreams } from './shared-streams'
import type { StreamEvent } from './stream-events'

class FakeStream extends EventTarget {
  static CLOSED = 2
  readyState = 1
  constructor(readonly url: string) {
    super()
    streams.push(this)
  }
  close() {
    this.readyState = FakeStream.CLOSED
  }
  emit(type: string) {
    this.dispatchEvent(new MessageEvent(type, { data: '{}' }))
  }
}
let streams: FakeStream[] = []

beforeEach(() => {
  streams = []
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', FakeStream)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const url = '/api/events'
const newTab = () => {
  const types: StreamEvent['type'][] = []
  return { types, postMessage: (event: StreamEvent) => void types.push(event.type) }
}

test('any number of tabs have one stream, and each hears all of it', () => {
  const shared = new SharedStreams()
  const tabs = Array.from({ length: 8 }, newTab)
  for (const tab of tabs) shared.receive(tab, { kind: 'join', url })
  streams[0]?.emit('hello')
  streams[0]?.emit('document')
  expect(streams).toHaveLength(1)
  for (const { types } of tabs) expect(types).toEqual(['hello', 'document'])
})

test('a tab that comes later is greeted at once, so that it reads everything', () => {
  const shared = new SharedStreams()
  shared.receive(newTab(), { kind: 'join', url })
  streams[0]?.emit('hello')
  const later = newTab()
  shared.receive(later, { kind: 'join', url })
  expect(later.types).toEqual(['hello'])
  expect(streams).toHaveLength(1)
})

test('each person has a stream of their own', () => {
  const shared = new SharedStreams()
  const [ana, ben] = [newTab(), newTab()]
  shared.receive(ana, { kind: 'join', url })
  shared.receive(ben, { kind: 'join', url: `${url}?ben` })
  streams[1]?.emit('document')
  expect(ana.types).toEqual([])
  expect(ben.types).toEqual(['document'])
  shared.receive(ana, { kind: 'join', url: `${url}?ben` })
  expect(streams[0]?.readyState).toBe(FakeStream.CLOSED)
})

test('who asks again while the stream is quiet or closed gets a new one, for all tabs', () => {
  const shared = new SharedStreams()
  const tabs = [newTab(), newTab()] as const
  for (const tab of tabs) shared.receive(tab, { kind: 'join', url })
  streams[0]?.emit('hello')
  vi.advanceTimersByTime(13_000)
  shared.receive(tabs[0], { kind: 'join', url })
  expect(streams[0]?.readyState).toBe(FakeStream.CLOSED)
  streams[1]?.emit('hello')
  for (const { types } of tabs) expect(types).toEqual(['hello', 'hello'])

  streams[1]?.close()
  streams[1]?.emit('error')
  expect(tabs[1].types.at(-1)).toBe('error')
  shared.receive(tabs[1], { kind: 'join', url })
  expect(streams).toHaveLength(3)
})

test('the stream ends with its last tab, also with one that was closed by force', () => {
  const shared = new SharedStreams()
  const [left, killed, living] = [newTab(), newTab(), newTab()]
  for (const tab of [left, killed, living]) shared.receive(tab, { kind: 'join', url })
  shared.receive(left, { kind: 'leave' })
  vi.advanceTimersByTime(4 * 60_000)
  shared.receive(living, { kind: 'alive' })
  vi.advanceTimersByTime(2 * 60_000)
  streams[0]?.emit('heartbeat')
  expect(killed.types).toEqual([])
  expect(living.types).toEqual(['heartbeat'])
  shared.receive(living, { kind: 'leave' })
  expect(streams[0]?.readyState).toBe(FakeStream.CLOSED)
})
