// @vitest-environment jsdom
import { useQuery } from '@tanstack/react-query'
import { act, screen } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { liveDocumentsQuery } from '@/lib/documents/queries'
import { claimPage, noteSignedIn } from '@/lib/page/page-session'
import { translatePage } from '@/tests/support/browser'
import { documentSummary } from '@/tests/support/document-summary'
import { createClient, inSpanish, renderDesk, t } from '@/tests/support/render'
import { refusal, stubServer } from '@/tests/support/stub-server'
import { ConnectionLostNotice, ConnectionStatus } from './connection-status'
import { LiveConnection } from './live-connection'

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
  say(type: string, data: unknown = {}) {
    act(() => void this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data) })))
  }
}
let streams: FakeStream[] = []
const stream = () => streams.at(-1) as FakeStream
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

beforeEach(() => {
  streams = []
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 21, 15, 0, 0) })
  vi.stubGlobal('EventSource', FakeStream)
})

const asked = vi.fn(async () => ({ documents: [documentSummary()], nextCursor: null }))

function Names() {
  const { data } = useQuery({ ...liveDocumentsQuery, queryFn: asked })
  return <p>{data?.documents.map(({ state }) => state).join() || 'none'}</p>
}

function openDesk(locale: 'en' | 'es' = 'en') {
  const client = createClient()
  const view = renderDesk(
    <LiveConnection>
      <ConnectionStatus />
      <ConnectionLostNotice />
      <Names />
    </LiveConnection>,
    { client, locale },
  )
  return { ...view, client }
}

test('the stream is opened once, and the first word makes the screen live and reads all anew', async () => {
  openDesk()
  expect(screen.getByText(t('line.connecting'))).toBeTruthy()
  expect(streams.map(({ url }) => url)).toEqual(['/api/events'])
  await pass(0)
  asked.mockClear()
  stream().say('hello')
  expect(screen.getByText(t('line.live')).closest('p')?.title).toBe(`${t('line.live_hint')} 12:00:00 PM`)
  await pass(0)
  expect(asked).toHaveBeenCalledOnce()
})

test('a changed document is shown, a removed one leaves, and what is no document is let be', async () => {
  openDesk()
  await pass(0)
  stream().say('document', documentSummary({ state: 'done', version: 2 }))
  await pass(0)
  expect(screen.getByText('done')).toBeTruthy()
  stream().say('document', { id: 'doc_1', state: 'nonsense' })
  await pass(0)
  expect(screen.getByText('done')).toBeTruthy()
  stream().say('removed', { id: 'doc_1' })
  await pass(0)
  expect(screen.getByText('none')).toBeTruthy()
})

test('news of usage make its figures old, and no others', async () => {
  const { client } = openDesk()
  await pass(0)
  client.setQueryData(['usage', 'remaining'], {})
  stream().say('usage')
  expect(client.getQueryState(['usage', 'remaining'])?.isInvalidated).toBe(true)
  expect(client.getQueryState(liveDocumentsQuery.queryKey)?.isInvalidated).toBe(false)
})

test('25 seconds without a word are silence: the page says so and a new stream is opened', async () => {
  openDesk()
  stream().say('heartbeat')
  await pass(24_000)
  expect(streams).toHaveLength(1)
  expect(screen.queryByText(t('line.silent'))).toBeNull()
  await pass(3_000)
  expect(streams.length).toBeGreaterThan(1)
  expect(streams[0]?.readyState).toBe(FakeStream.CLOSED)
  expect(screen.getAllByText(t('line.silent'))).toHaveLength(2)
  expect(screen.getByText(/12:00:00/)).toBeTruthy()
  stream().say('hello')
  expect(screen.queryByText(t('line.silent'))).toBeNull()
})

test('a line that broke and does not come back is said to be lost within ten seconds', async () => {
  openDesk()
  stubServer({ 'GET /api/account': {} })
  stream().say('hello')
  stream().say('error')
  await pass(5_000)
  expect(screen.getByText(t('line.live'))).toBeTruthy()
  await pass(5_000)
  expect(screen.getAllByText(t('line.silent'))).toHaveLength(2)
  stream().say('hello')
  expect(screen.getByText(t('line.live'))).toBeTruthy()
})

test('a heartbeat keeps the line from falling silent', async () => {
  openDesk()
  await pass(20_000)
  stream().say('heartbeat')
  await pass(20_000)
  expect(streams).toHaveLength(1)
})

test('silence before the first word names no time, in the reader’s language', async () => {
  openDesk('es')
  await pass(27_000)
  expect(screen.getByText(inSpanish('line.silent_notice', { time: '–' }))).toBeTruthy()
})

test('a stream that the browser gave up is opened again within three seconds', async () => {
  openDesk()
  stubServer({ 'GET /api/account': {} })
  stream().say('hello')
  stream().close()
  stream().say('error')
  await pass(3_000)
  expect(streams).toHaveLength(2)
})

test('a tab that is looked at again after a while, and a browser that went offline or came back, open a new stream', async () => {
  openDesk()
  stream().say('hello')
  await pass(12_000)
  act(() => void document.dispatchEvent(new Event('visibilitychange')))
  expect(streams).toHaveLength(1)
  await pass(1_000)
  act(() => void document.dispatchEvent(new Event('visibilitychange')))
  expect(streams).toHaveLength(2)
  act(() => void window.dispatchEvent(new Event('offline')))
  expect(streams).toHaveLength(3)
  act(() => void window.dispatchEvent(new Event('online')))
  expect(streams).toHaveLength(4)
})

test('on a page that the browser translates the words go on changing', async () => {
  openDesk()
  translatePage()
  stream().say('hello')
  expect(screen.getByText(t('line.live'))).toBeTruthy()
  await pass(27_000)
  expect(screen.getAllByText(t('line.silent'))).toHaveLength(2)
})

test('the stream ends with the page', async () => {
  const { unmount } = openDesk()
  unmount()
  expect(stream().readyState).toBe(FakeStream.CLOSED)
  await pass(30_000)
  expect(streams).toHaveLength(1)
})

test('a stream that ends with its session says so at once, and comes back after the sign-in', async () => {
  const leave = claimPage('usr_1')
  openDesk()
  expect(stream().url).toBe('/api/events?X-Intray-Person=usr_1')
  stream().say('hello')
  stubServer({ 'GET /api/account': refusal({ status: 401, code: 'auth.required' }) })
  stream().say('error')
  await pass(0)
  expect(screen.queryByText(t('line.live'))).toBeNull()
  expect(screen.getByText(t('line.signed_out'))).toBeTruthy()
  await pass(30_000)
  expect(streams).toHaveLength(1)
  expect(stream().readyState).toBe(FakeStream.CLOSED)
  act(noteSignedIn)
  expect(streams).toHaveLength(2)
  stream().say('hello')
  expect(screen.getByText(t('line.live'))).toBeTruthy()
  leave()
})

test('a stream that ends while the session goes on is the browser’s to open again', async () => {
  openDesk()
  stream().say('hello')
  const calls = stubServer({ 'GET /api/account': {} })
  stream().say('error')
  await pass(0)
  expect(calls.map(({ path }) => path)).toEqual(['/api/account'])
  expect(screen.getByText(t('line.live'))).toBeTruthy()
})
