import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SharedStreams } from './shared-streams'
import type { StreamWord } from './stream-words'

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
  say(type: string) {
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
  const words: StreamWord['type'][] = []
  return { words, postMessage: (word: StreamWord) => void words.push(word.type) }
}

test('any number of tabs have one stream, and each hears all of it', () => {
  const shared = new SharedStreams()
  const tabs = Array.from({ length: 8 }, newTab)
  for (const tab of tabs) shared.take(tab, { kind: 'join', url })
  streams[0]?.say('hello')
  streams[0]?.say('document')
  expect(streams).toHaveLength(1)
  for (const { words } of tabs) expect(words).toEqual(['hello', 'document'])
})

test('a tab that comes later is greeted at once, so that it reads everything', () => {
  const shared = new SharedStreams()
  shared.take(newTab(), { kind: 'join', url })
  streams[0]?.say('hello')
  const later = newTab()
  shared.take(later, { kind: 'join', url })
  expect(later.words).toEqual(['hello'])
  expect(streams).toHaveLength(1)
})

test('each person has a stream of their own', () => {
  const shared = new SharedStreams()
  const [ana, ben] = [newTab(), newTab()]
  shared.take(ana, { kind: 'join', url })
  shared.take(ben, { kind: 'join', url: `${url}?ben` })
  streams[1]?.say('document')
  expect(ana.words).toEqual([])
  expect(ben.words).toEqual(['document'])
  shared.take(ana, { kind: 'join', url: `${url}?ben` })
  expect(streams[0]?.readyState).toBe(FakeStream.CLOSED)
})

test('who asks again while the stream is quiet or closed gets a new one, for all tabs', () => {
  const shared = new SharedStreams()
  const tabs = [newTab(), newTab()] as const
  for (const tab of tabs) shared.take(tab, { kind: 'join', url })
  streams[0]?.say('hello')
  vi.advanceTimersByTime(13_000)
  shared.take(tabs[0], { kind: 'join', url })
  expect(streams[0]?.readyState).toBe(FakeStream.CLOSED)
  streams[1]?.say('hello')
  for (const { words } of tabs) expect(words).toEqual(['hello', 'hello'])

  streams[1]?.close()
  streams[1]?.say('error')
  expect(tabs[1].words.at(-1)).toBe('error')
  shared.take(tabs[1], { kind: 'join', url })
  expect(streams).toHaveLength(3)
})

test('the stream ends with its last tab, also with one that was closed by force', () => {
  const shared = new SharedStreams()
  const [left, killed, living] = [newTab(), newTab(), newTab()]
  for (const tab of [left, killed, living]) shared.take(tab, { kind: 'join', url })
  shared.take(left, { kind: 'leave' })
  vi.advanceTimersByTime(4 * 60_000)
  shared.take(living, { kind: 'alive' })
  vi.advanceTimersByTime(2 * 60_000)
  streams[0]?.say('heartbeat')
  expect(killed.words).toEqual([])
  expect(living.words).toEqual(['heartbeat'])
  shared.take(living, { kind: 'leave' })
  expect(streams[0]?.readyState).toBe(FakeStream.CLOSED)
})
