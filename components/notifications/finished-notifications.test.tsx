// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { DocumentState } from '@/lib/documents/model/status'
import { openDocumentsQuery } from '@/lib/documents/queries'
import { documentSummary } from '@/tests/support/document-summary'
import { I18nProvider } from '../shell/i18n'
import { applyDocument } from '../shell/live/live-cache'
import { FinishedNotifications } from './finished-notifications'

const shown: { title: string; options: NotificationOptions }[] = []
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
      constructor(title: string, options: NotificationOptions) {
        shown.push({ title, options })
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
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const seen = (id: string, state: DocumentState, version = 1) =>
  documentSummary({ id, name: `${id}.pdf`, state, version })

function openTab() {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } })
  const documents = [seen('a', 'processing'), seen('b', 'waiting')]
  client.setQueryData(openDocumentsQuery('usr_1').queryKey, { documents, nextCursor: null })
  render(
    <QueryClientProvider client={client}>
      <I18nProvider locale="en" timeZone="America/Santiago">
        <FinishedNotifications personId="usr_1" />
      </I18nProvider>
    </QueryClientProvider>,
  )
  const receive = (id: string, state: DocumentState) =>
    act(async () => {
      applyDocument({ client, document: seen(id, state, 2) })
      await vi.advanceTimersByTimeAsync(0)
    })
  return { receive }
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
    ['1 document could not be read', 'a.pdf'],
  ])
  await receive('b', 'done')
  await wait(3000)
  expect(shown.at(-1)?.title).toBe('1 document is done, 1 could not be read')
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
