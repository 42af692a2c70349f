// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { ConnectionFacts as Facts } from '@/lib/settings/schema'
import { inSpanish, renderDesk, t } from '@/tests/support/render'
import { later, refusal, stubServer } from '@/tests/support/stub-server'
import { ConnectionFacts } from './connection/connection-facts'
import { MailPanel } from './mail-panel'
import { SettingsScreen } from './settings-screen'

test('every section is named, described and reached from the top, in the reader’s language', () => {
  stubServer({})
  renderDesk(
    <SettingsScreen
      myId="me"
      desk={{ monthlyPages: null, uploadersSeeAll: false }}
      steps={{ steps: [] }}
      directory={{ people: [], invitations: [] }}
      tokens={{ tokens: [] }}
    />,
    { locale: 'es' },
  )
  const links = within(screen.getByRole('navigation')).getAllByRole('link')
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    '#quota',
    '#steps',
    '#people',
    '#all_tokens',
    '#desk',
    '#connection',
    '#mail',
  ])
  for (const link of links) {
    const section = document.querySelector(link.getAttribute('href') ?? '')
    expect(section?.querySelector('h2')?.textContent).toBe(link.textContent)
  }
  const levels = { near: '80 %', reached: '100 %' }
  const words = inSpanish('settings.quota.description', levels).replaceAll(/\s/g, ' ')
  expect(document.getElementById('quota')?.textContent?.replaceAll(/\s/g, ' ')).toContain(words)
})

const facts: Facts = {
  upstream: { kind: 'cloud', host: 'app.docutray.com', hasKey: true, reachable: true, refusals: [] },
  webhook: { url: 'https://desk.test/api/webhooks/docutray', hasSecret: false },
  timeZone: 'America/Santiago',
  database: 'embedded',
  dataFolder: '/srv/intray',
  files: 's3',
}
const factOf = (key: Parameters<typeof t>[0]) => screen.getByText(t(key)).closest('div')?.textContent

test('the facts of the installation are told, and no secret among them', async () => {
  stubServer({ 'GET /api/settings/connection': facts })
  renderDesk(<ConnectionFacts />)
  await screen.findByText('app.docutray.com')
  expect(factOf('settings.connection.upstream')).toContain(t('settings.connection.reachable'))
  expect(factOf('settings.connection.key')).toContain(t('settings.connection.key_set'))
  expect(factOf('settings.connection.secret')).toContain(t('settings.connection.secret_missing'))
  expect(factOf('settings.connection.webhook')).toContain(t('settings.connection.webhook_cloud'))
  expect(factOf('settings.connection.time_zone')).toContain('America/Santiago')
  expect(factOf('settings.connection.database')).toContain(t('settings.connection.database.embedded'))
  expect(factOf('settings.connection.files')).toContain(t('settings.connection.files.s3'))
  expect(factOf('settings.connection.folder')).toContain('/srv/intray')
})

test('what is missing or out of reach says so', async () => {
  const upstream = {
    kind: 'engine' as const,
    host: '127.0.0.1',
    hasKey: false,
    reachable: false,
    refusals: [],
  }
  stubServer({
    'GET /api/settings/connection': { ...facts, upstream, webhook: { url: 'x', hasSecret: true } },
  })
  renderDesk(<ConnectionFacts />)
  expect(await screen.findByText(t('settings.connection.unreachable'))).toBeTruthy()
  expect(screen.getByText(t('settings.connection.key_missing'))).toBeTruthy()
  expect(screen.getByText(t('settings.connection.secret_set'))).toBeTruthy()
  expect(screen.getByText(t('settings.connection.webhook_engine'))).toBeTruthy()
})

test('a service that answers and refuses the key is red, with since when and its words', async () => {
  const refusals = [
    { stepId: null, since: '2026-11-21T15:00:00.000Z', detail: 'Invalid API key' },
    { stepId: 'cstep', since: '2026-11-20T15:00:00.000Z', detail: null },
  ]
  stubServer({
    'GET /api/settings/connection': { ...facts, upstream: { ...facts.upstream, refusals } },
  })
  renderDesk(<ConnectionFacts />)
  expect(await screen.findByText(t('settings.connection.refusing'))).toBeTruthy()
  expect(screen.queryByText(t('settings.connection.reachable'))).toBeNull()
  const key = factOf('settings.connection.key')
  expect(key).toContain(t('settings.connection.refused', { since: 'Nov 21, 2026, 12:00 PM' }))
  expect(key).toContain('Invalid API key')
  const step = { step: 'cstep', since: 'Nov 20, 2026, 12:00 PM' }
  expect(key).toContain(t('settings.connection.step_refused', step))
})

test('facts that did not load can be asked for again', async () => {
  stubServer({})
  const { user } = renderDesk(<ConnectionFacts />)
  expect((await screen.findByRole('alert')).textContent).toContain(t('problem.title'))
  stubServer({ 'GET /api/settings/connection': facts })
  await user.click(screen.getByRole('button', { name: t('common.retry') }))
  expect(await screen.findByText('app.docutray.com')).toBeTruthy()
})

const problem = {
  id: 'mail_1',
  kind: 'digest',
  recipient: 'ana@desk.test',
  state: 'waiting',
  tries: 2,
  problem: '421 try later',
  nextTryAt: '2026-11-21T15:30:00.000Z',
  createdAt: '2026-11-21T15:00:00.000Z',
}
const mail = { from: 'desk@desk.test', server: 'smtp.desk.test', waiting: 2, lastSentAt: null, problems: [] }

test('a desk without a mail server says what that means', async () => {
  stubServer({ 'GET /api/settings/mail': { ...mail, from: null, server: null } })
  renderDesk(<MailPanel />)
  expect(await screen.findByText(t('settings.mail.none'))).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})

test('how mail stands: where it goes out, when the last went, how many wait', async () => {
  stubServer({ 'GET /api/settings/mail': mail })
  const { unmount } = renderDesk(<MailPanel />)
  expect(await screen.findByText(/smtp\.desk\.test/)).toBeTruthy()
  expect(screen.getByText(t('settings.mail.never_sent'))).toBeTruthy()
  expect(screen.getByText(t('settings.mail.waiting', { count: 2 }))).toBeTruthy()
  expect(screen.queryByText(t('settings.mail.problems'))).toBeNull()
  unmount()
  stubServer({ 'GET /api/settings/mail': { ...mail, lastSentAt: '2026-11-21T15:00:00.000Z' } })
  renderDesk(<MailPanel />)
  expect((await screen.findByText(/12:00:00/)).textContent).toContain('Last sent')
})

test('mails that could not be sent are listed with the mail server’s words and what happens next', async () => {
  const given = { ...problem, id: 'mail_2', kind: 'quota', tries: 9, nextTryAt: null, state: 'failed' }
  stubServer({ 'GET /api/settings/mail': { ...mail, problems: [problem, given] } })
  renderDesk(<MailPanel />)
  await screen.findByText(t('settings.mail.problems'))
  const [first, second] = screen.getAllByRole('listitem').map((row) => row.textContent)
  expect(first).toContain(t('settings.mail.kind.digest'))
  expect(first).toContain(t('settings.mail.next_try', { tries: 2, when: '12:30:00 PM' }))
  expect(first).toContain('421 try later')
  expect(second).toContain(t('settings.mail.kind.quota'))
  expect(second).toContain(t('settings.mail.given_up', { tries: 9 }))
})

test('a test mail says that it is on its way, and then what the mail server answered', async () => {
  const sent = later()
  const asked = vi.fn(() => mail)
  stubServer({ 'GET /api/settings/mail': asked, 'POST /api/settings/mail': () => sent.answer })
  const { user } = renderDesk(<MailPanel />)
  await user.click(await screen.findByRole('button', { name: t('settings.mail.test') }))
  expect(
    (await screen.findByRole<HTMLButtonElement>('button', { name: t('settings.mail.testing') })).disabled,
  ).toBe(true)
  sent.resolve({ recipient: 'ana@desk.test', answer: '250 queued' })
  expect(await screen.findByText(t('settings.mail.test_sent', { email: 'ana@desk.test' }))).toBeTruthy()
  expect(screen.getByText(t('settings.mail.test_answer', { answer: '250 queued' }))).toBeTruthy()
  expect(asked).toHaveBeenCalledTimes(2)
  stubServer({ 'POST /api/settings/mail': refusal({ message: '550 no such user' }) })
  await user.click(screen.getByRole('button', { name: t('settings.mail.test') }))
  expect((await screen.findByRole('alert')).textContent).toBe('550 no such user')
})
