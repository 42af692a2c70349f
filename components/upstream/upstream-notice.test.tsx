// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { UpstreamStanding } from '@/lib/docutray/schema'
import { inSpanish, renderDesk, t } from '@/tests/support/render'
import { refusal, stubServer } from '@/tests/support/stub-server'
import { UpstreamNotice } from './upstream-notice'

const since = '2026-11-21T15:00:00.000Z'
const when = { since: 'Nov 21, 2026, 12:00 PM' }
const well: UpstreamStanding = { refused: null, limitedUntil: null, quota: null }
const refused: UpstreamStanding = { ...well, refused: { what: 'all', since } }
const spent: UpstreamStanding = {
  ...well,
  quota: { since, resetsAt: '2026-12-01T03:00:00.000Z', nextTryAt: '2026-11-21T15:00:30.000Z' },
}
const serve = (standing: UpstreamStanding) => stubServer({ 'GET /api/upstream': standing })

test('an administrator is told since when the key is refused, and led to the connection', async () => {
  serve(refused)
  renderDesk(<UpstreamNotice readerRole="admin" />)
  expect(await screen.findByText(t('upstream.refused.all.admin.title', when))).toBeTruthy()
  expect(screen.getByRole('link', { name: t('upstream.open_connection') }).getAttribute('href')).toBe(
    '/settings#connection',
  )
})

test('who sends documents is told in plain words, with nothing to do; finance is not told of a key', async () => {
  serve(refused)
  const { unmount } = renderDesk(<UpstreamNotice readerRole="uploader" />)
  expect(await screen.findByText(t('upstream.refused.all.other.title', when))).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
  expect(screen.queryByRole('link')).toBeNull()
  unmount()
  const { container, client } = renderDesk(<UpstreamNotice readerRole="finance" />)
  await expect.poll(() => client.getQueryData(['upstream'])).toBeTruthy()
  expect(container.querySelector('[role=status]')).toBeNull()
})

test('a refused step is no refused key, and hides no spent quota', async () => {
  serve({ ...spent, refused: { what: 'steps', since } })
  renderDesk(<UpstreamNotice readerRole="admin" />)
  expect(await screen.findByText(t('upstream.refused.steps.admin.title', when))).toBeTruthy()
  expect(screen.getByText(t('upstream.quota.title', when))).toBeTruthy()
})

test('a spent quota says until when, and an administrator asks now; what is well again goes', async () => {
  stubServer({ 'GET /api/upstream': spent, 'POST /api/upstream/retry': refusal({ message: 'not now' }) })
  const { user } = renderDesk(<UpstreamNotice readerRole="admin" />)
  expect(await screen.findByText(t('upstream.quota.title', when))).toBeTruthy()
  const until = { when: 'Dec 1, 2026, 12:00 AM', zone: 'Santiago' }
  expect(screen.getByText(t('upstream.quota.until', until))).toBeTruthy()
  await user.click(screen.getByRole('button', { name: t('upstream.try_now') }))
  expect(await screen.findByText('not now')).toBeTruthy()
  stubServer({ 'POST /api/upstream/retry': well })
  await user.click(screen.getByRole('button', { name: t('upstream.try_now') }))
  await expect.poll(() => screen.queryByRole('status')).toBeNull()
})

test('others are told of a spent quota without a button; an unknown end is said to be unknown', async () => {
  serve({ ...well, quota: { since, resetsAt: null, nextTryAt: since } })
  renderDesk(<UpstreamNotice readerRole="finance" />, { locale: 'es' })
  expect(await screen.findByText(inSpanish('upstream.quota.open'))).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})

test('a limit of calls is no banner: it ends by itself', async () => {
  serve({ ...well, limitedUntil: '2026-11-21T15:00:30.000Z' })
  const { client } = renderDesk(<UpstreamNotice readerRole="admin" />)
  await expect.poll(() => client.getQueryData(['upstream'])).toBeTruthy()
  expect(screen.queryByRole('status')).toBeNull()
})
