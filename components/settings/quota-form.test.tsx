// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { I18nProvider } from '../shell/i18n'
import { QuotaForm } from './quota-form'

const patched: unknown[] = []
let patchAnswer: () => Response

beforeEach(() => {
  patched.length = 0
  patchAnswer = () => Response.json({ monthlyPages: 2500, uploadersSeeAll: false })
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    if (init?.method === 'PATCH') {
      patched.push(JSON.parse(String(init.body)))
      return patchAnswer()
    }
    if (path === '/api/settings') return Response.json({ monthlyPages: 1000, uploadersSeeAll: false })
    const left = { timeZone: 'UTC', quota: 1000, used: 1200, left: 0, pending: 0, level: 'reached' }
    return Response.json({ ...left, resetsAt: '2026-12-01T00:00:00.000Z' })
  })
  render(
    <QueryClientProvider client={new QueryClient()}>
      <I18nProvider locale="en" timeZone="UTC">
        <QuotaForm initial={{ monthlyPages: 1000, uploadersSeeAll: false }} />
      </I18nProvider>
    </QueryClientProvider>,
  )
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function enter(text: string) {
  const field = screen.getByLabelText('Pages per month')
  await userEvent.clear(field)
  if (text) await userEvent.type(field, text)
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
}

test('a number typed with grouping is saved as pages', async () => {
  await enter('2,500')
  await waitFor(() => expect(patched).toEqual([{ monthlyPages: 2500 }]))
})

test('an empty field means no quota', async () => {
  await enter('')
  await waitFor(() => expect(patched).toEqual([{ monthlyPages: null }]))
})

test('what is no number of pages is told beside the field and not sent', async () => {
  await enter('lots')
  expect(screen.getByRole('alert').textContent).toBe('Enter a whole number of pages, or nothing.')
  expect(patched).toEqual([])
})

test('a quota below what is used already says what that means before it is saved', async () => {
  expect(
    await screen.findByText('More is used already: new documents wait until the next month.'),
  ).toBeTruthy()
})

test('a refusal stays on the page in the server’s words', async () => {
  patchAnswer = () =>
    Response.json({ error: { code: 'auth.forbidden', message: 'Not yours to change.' } }, { status: 403 })
  await enter('3000')
  expect((await screen.findByRole('alert')).textContent).toContain('Not yours to change.')
})
