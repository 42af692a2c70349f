// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { OwnSession } from '@/lib/people/sessions/schema'
import { inSpanish, renderDesk, t } from '@/tests/support/render'
import { refusal, stubServer } from '@/tests/support/stub-server'
import { SessionList } from './session-list'

const here: OwnSession = {
  id: 'ses_1',
  device: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0',
  startedAt: '2026-11-21T15:00:00.000Z',
  lastSeenAt: '2026-11-22T15:05:00.000Z',
  current: true,
}
const script: OwnSession = { ...here, id: 'ses_2', device: 'curl/8.5.0', current: false }

const openList = (locale: 'en' | 'es' = 'en') =>
  renderDesk(<SessionList initial={{ sessions: [here, script] }} />, { locale })
const rows = () => screen.getAllByRole('listitem')

test('each browser is told in words with its times; this one is marked and cannot be signed out here', () => {
  openList()
  const [first, second] = rows().map((row) => within(row))
  expect(first?.getByText('Firefox on Windows')).toBeTruthy()
  expect(first?.getByText(t('sessions.current'))).toBeTruthy()
  expect(first?.getByText(/Nov 21, 2026.*12:00.*Nov 22, 2026.*12:05/)).toBeTruthy()
  expect(first?.queryByRole('button')).toBeNull()
  expect(second?.getByText(t('sessions.device_unknown'))).toBeTruthy()
  expect(second?.queryByText(t('sessions.current'))).toBeNull()
})

test('another one is signed out, and is gone from the list', async () => {
  const calls = stubServer({
    'DELETE /api/account/sessions/ses_2': new Response(null, { status: 204 }),
    'GET /api/account/sessions': { sessions: [here] },
  })
  const { user } = openList()
  await user.click(screen.getByRole('button', { name: /^Sign out Unknown browser/ }))
  await waitFor(() => expect(rows()).toHaveLength(1))
  expect(calls[0]?.method).toBe('DELETE')
})

test('one that could not be signed out stays, and says why', async () => {
  stubServer({
    'DELETE /api/account/sessions/ses_2': refusal({ code: 'request.not_found', message: 'Not there.' }),
  })
  const { user } = openList()
  await user.click(screen.getByRole('button'))
  expect((await screen.findByRole('alert')).textContent).toContain('Not there.')
  expect(rows()).toHaveLength(2)
})

test('the list speaks Spanish too', () => {
  openList('es')
  expect(screen.getByText('Firefox en Windows')).toBeTruthy()
  expect(screen.getByText(inSpanish('sessions.device_unknown'))).toBeTruthy()
  expect(screen.getByText(inSpanish('sessions.current'))).toBeTruthy()
})
