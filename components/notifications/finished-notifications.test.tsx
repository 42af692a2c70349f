// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import type { DocumentState } from '@/lib/documents/model/status'
import { openDocumentsQuery } from '@/lib/documents/queries'
import { documentSummary } from '@/tests/support/document-summary'
import { createClient, inSpanish, renderDesk, stubNavigation, t } from '@/tests/support/render'
import { stubServer } from '@/tests/support/stub-server'
import { applyDocument } from '../shell/live/live-cache'
import { FinishedNotifications } from './finished-notifications'
import { NotificationButton } from './notification-button'

const shown: { title: string; options: NotificationOptions; onclick?: () => void; close: () => void }[] = []
let heldLocks: string[] = []
let visibility: DocumentVisibilityState = 'hidden'

beforeEach(() => {
  vi.useFakeTimers()
  shown.length = 0
  heldLocks = []
  visibility = 'hidden'
  document.title = 'Desk · Intray'
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility)
  vi.stubGlobal('isSecureContext', true)
  vi.stubGlobal(
    'Notification',
    class {
      static permission = 'granted'
      close = vi.fn()
      constructor(
        readonly title: string,
        readonly options: NotificationOptions,
      ) {
        shown.push(this)
      }
    },
  )
  vi.stubGlobal('navigator', {
    ...navigator,
    locks: {
      request: async (name: string, _options: LockOptions, onHeld: () => Promise<void>) => {
        heldLocks.push(name)
        await onHeld()
      },
      query: async () => ({ held: heldLocks.map((name) => ({ name })) }),
    },
  })
  localStorage.setItem('intray.notices', 'on')
})

const seen = (id: string, state: DocumentState, version = 1) =>
  documentSummary({ id, name: `${id}.pdf`, state, version })

const openDocuments = [seen('a', 'processing'), seen('b', 'waiting')]

function openTab({ documents = openDocuments, locale = 'en' as 'en' | 'es' } = {}) {
  const client = createClient()
  client.setQueryData(openDocumentsQuery('usr_1').queryKey, { documents, nextCursor: null })
  renderDesk(<FinishedNotifications personId="usr_1" />, { client, locale })
  const receive = (id: string, state: DocumentState) =>
    act(async () => {
      applyDocument({ client, document: seen(id, state, 2) })
      await vi.advanceTimersByTimeAsync(0)
    })
  return { receive, client }
}

const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

test('the title counts what is on its way, and says when all is done while nobody looks', async () => {
  const { receive } = openTab()
  expect(document.title).toBe('(2) Desk · Intray')
  await receive('a', 'done')
  expect(document.title).toBe('(1) Desk · Intray')
  await receive('b', 'done')
  expect(document.title).toBe('✓ Desk · Intray')
  visibility = 'visible'
  await act(async () => document.dispatchEvent(new Event('visibilitychange')))
  expect(document.title).toBe('Desk · Intray')
})

test('one notice tells of the whole batch, once it is calm', async () => {
  const { receive } = openTab()
  await receive('a', 'done')
  await receive('b', 'done')
  expect(shown).toEqual([])
  await wait(3000)
  expect(shown.map(({ title, options }) => [title, options.body])).toEqual([
    ['2 documents are done', 'a.pdf\nb.pdf'],
  ])
})

test('a failure is told at once, and counted again at the end', async () => {
  const { receive } = openTab()
  await receive('a', 'failed')
  await wait(0)
  expect(shown.map(({ title, options }) => [title, options.body])).toEqual([
    ['1 document could not be processed', 'a.pdf'],
  ])
  await receive('b', 'done')
  await wait(3000)
  expect(shown.at(-1)?.title).toBe('1 document is done, 1 could not be processed')
  expect(shown).toHaveLength(2)
})

test('while another tab is looked at, nothing pops up', async () => {
  const { receive } = openTab()
  heldLocks.push('intray.visible-tab')
  await receive('a', 'failed')
  await receive('b', 'done')
  await wait(3000)
  expect(shown).toEqual([])
})

test('a person who did not ask for notices gets none', async () => {
  localStorage.setItem('intray.notices', 'off')
  const { receive } = openTab()
  await receive('a', 'done')
  await receive('b', 'done')
  await wait(3000)
  expect(shown).toEqual([])
})

test('what failed while nobody looked is marked on the title', async () => {
  const { receive } = openTab()
  await receive('a', 'failed')
  await receive('b', 'done')
  expect(document.title).toBe('! Desk · Intray')
})

test('a batch that ends while it is looked at leaves no mark', async () => {
  visibility = 'visible'
  const { receive } = openTab()
  await receive('a', 'done')
  await receive('b', 'done')
  expect(document.title).toBe('Desk · Intray')
})

test('another page’s title is marked too', async () => {
  openTab()
  document.title = 'Usage · Intray'
  await wait(0)
  expect(document.title).toBe('(2) Usage · Intray')
})

test('a notice of one document leads to it, and of more than three names the first three', async () => {
  const assign = stubNavigation()
  const focus = vi.spyOn(window, 'focus').mockReturnValue()
  const many = ['a', 'b', 'c', 'd'].map((id) => seen(id, 'processing'))
  const { receive } = openTab({ documents: many, locale: 'es' })
  await receive('a', 'failed')
  await wait(0)
  expect(shown[0]?.title).toBe(inSpanish('notices.failed', { count: 1 }))
  shown[0]?.onclick?.()
  expect(shown[0]?.close).toHaveBeenCalledOnce()
  expect(focus).toHaveBeenCalledOnce()
  expect(assign).toHaveBeenCalledExactlyOnceWith('/documents/a')
  for (const id of ['b', 'c', 'd']) await receive(id, 'done')
  await wait(3000)
  expect(shown.at(-1)?.options).toMatchObject({
    body: 'a.pdf\nb.pdf\nc.pdf\n…',
    tag: 'intray.over',
    lang: 'es',
  })
  shown.at(-1)?.onclick?.()
  expect(assign).toHaveBeenCalledOnce()
})

test('what ended while the line was silent is asked for, and told with the rest', async () => {
  stubServer({
    'GET /api/documents': { documents: [seen('a', 'failed'), seen('x', 'failed')], nextCursor: null },
  })
  const { client } = openTab()
  await act(async () => {
    client.setQueryData(openDocumentsQuery('usr_1').queryKey, {
      documents: [seen('b', 'waiting')],
      nextCursor: null,
    })
    await vi.advanceTimersByTimeAsync(10)
  })
  expect(document.title).toBe('(1) Desk · Intray')
  expect(shown.map(({ options }) => options.body)).toEqual(['a.pdf'])
})

test('beside the cards a button switches notices on and off, and says so', async () => {
  vi.stubGlobal('Notification', { permission: 'granted', requestPermission: async () => 'granted' })
  renderDesk(<NotificationButton />)
  const button = screen.getByRole('button', { name: t('notices.switch') })
  expect(button.getAttribute('aria-pressed')).toBe('true')
  await act(async () => void fireEvent.click(button))
  await wait(100)
  expect(button.getAttribute('aria-pressed')).toBe('false')
  expect(screen.getByText(t('notices.now_off'))).toBeTruthy()
  await act(async () => void fireEvent.click(button))
  await wait(100)
  expect(button.getAttribute('aria-pressed')).toBe('true')
  expect(screen.getByText(t('notices.now_on'))).toBeTruthy()
})

test.each(['denied', undefined])('where notices are %s there is no such button', (permission) => {
  vi.stubGlobal('Notification', { permission })
  if (!permission) vi.stubGlobal('isSecureContext', false)
  renderDesk(<NotificationButton />)
  expect(screen.queryByRole('button')).toBeNull()
})
