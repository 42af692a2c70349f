// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { Role } from '@/lib/people/roles'
import { inSpanish, renderDesk, stubNavigation, t } from '@/tests/support/render'
import { later, refusal, stubServer } from '@/tests/support/stub-server'
import { AccountScreen } from './account-screen'

const wishes = { locale: 'en', mailsDone: false, mailsQuota: true, hasMailServer: true } as const

function openScreen({ role = 'admin' as Role, hasMailServer = true, locale = 'en' as 'en' | 'es' } = {}) {
  const user = { id: 'usr_1', name: 'Ana', email: 'ana@desk.test', role }
  return renderDesk(
    <AccountScreen
      user={user}
      wishes={{ ...wishes, hasMailServer }}
      sessions={{ sessions: [] }}
      tokens={{ tokens: [] }}
    />,
    { locale },
  )
}
const isOn = (name: string) => screen.getByRole('switch', { name }).getAttribute('aria-checked') === 'true'

test.each([
  ['admin', ['account.mails.done', 'account.mails.quota', 'notices.switch']],
  ['uploader', ['account.mails.done', 'notices.switch']],
  ['finance', ['account.mails.quota']],
] as const)('%s chooses among what concerns them', (role, expected) => {
  stubNotifications('default')
  openScreen({ role })
  const names = expected.map((key) => t(key))
  expect(
    screen.getAllByRole('switch').map((one) => one.closest('div')?.querySelector('label')?.textContent),
  ).toEqual(expect.arrayContaining(names))
  expect(screen.getAllByRole('switch')).toHaveLength(names.length)
})

test('a mail switched on shows at once, with the language it comes in, and stays when saved', async () => {
  const saved = later()
  const calls = stubServer({
    'PATCH /api/account': () => saved.answer,
    'GET /api/account': wishes,
  })
  const { user } = openScreen()
  expect([isOn(t('account.mails.done')), isOn(t('account.mails.quota'))]).toEqual([false, true])
  await user.click(screen.getByRole('switch', { name: t('account.mails.done') }))
  expect(isOn(t('account.mails.done'))).toBe(true)
  expect(calls.at(-1)?.body).toEqual({ mailsDone: true, locale: 'en' })
  saved.resolve({ ...wishes, mailsDone: true, mailsQuota: false })
  await waitFor(() => expect(isOn(t('account.mails.quota'))).toBe(false))
  expect(isOn(t('account.mails.done'))).toBe(true)
})

test('a mail that could not be switched goes back and says why', async () => {
  stubServer({ 'PATCH /api/account': refusal({ code: 'auth.forbidden', message: 'Not yours.' }) })
  const { user } = openScreen()
  await user.click(screen.getByRole('switch', { name: t('account.mails.quota') }))
  expect((await screen.findByRole('alert')).textContent).toBe(`${t('settings.failed')}Not yours.`)
  expect(isOn(t('account.mails.quota'))).toBe(true)
})

test('a desk without a mail server says so beside the switches', () => {
  openScreen({ hasMailServer: false, locale: 'es' })
  expect(screen.getByText(inSpanish('account.mails.no_server'))).toBeTruthy()
})

test('the language is chosen here too, and told to the server', async () => {
  const calls = stubServer({ 'PATCH /api/account': wishes })
  const { user, router } = openScreen()
  await user.click(screen.getByRole('radio', { name: 'Español' }))
  expect(document.cookie).toContain('intray_locale=es')
  expect(router.refresh).toHaveBeenCalledOnce()
  expect(calls.map(({ body }) => body)).toEqual([{ locale: 'es' }])
})

/** The browser's own notifications; `asked` is what the person answers when asked for leave. */
function stubNotifications(permission: NotificationPermission, asked: NotificationPermission = permission) {
  vi.stubGlobal('isSecureContext', true)
  const api = {
    permission,
    requestPermission: vi.fn(async () => {
      api.permission = asked
      return asked
    }),
  }
  vi.stubGlobal('Notification', api)
  return api
}

test('notifications are asked for with the click that switches them on', async () => {
  const api = stubNotifications('default', 'granted')
  const { user } = openScreen()
  expect(isOn(t('notices.switch'))).toBe(false)
  expect(api.requestPermission).not.toHaveBeenCalled()
  await user.click(screen.getByRole('switch', { name: t('notices.switch') }))
  await waitFor(() => expect(isOn(t('notices.switch'))).toBe(true))
  expect(await screen.findByText(t('notices.switch_hint'))).toBeTruthy()
  await user.click(screen.getByRole('switch', { name: t('notices.switch') }))
  await waitFor(() => expect(isOn(t('notices.switch'))).toBe(false))
  expect(api.requestPermission).toHaveBeenCalledOnce()
})

test('where the person refuses, the switch says that the browser blocks them', async () => {
  stubNotifications('default', 'denied')
  const { user } = openScreen()
  await user.click(screen.getByRole('switch', { name: t('notices.switch') }))
  expect(await screen.findByText(t('notices.switch_blocked'))).toBeTruthy()
  expect((await screen.findByRole<HTMLButtonElement>('switch', { name: t('notices.switch') })).disabled).toBe(
    true,
  )
})

test('a page without https has none to offer', () => {
  stubNotifications('granted')
  vi.stubGlobal('isSecureContext', false)
  openScreen()
  expect(screen.getByText(t('notices.switch_unsupported'))).toBeTruthy()
})

const label = (key: 'password.current' | 'password.new') => screen.getByLabelText<HTMLInputElement>(t(key))
const changeButton = () => screen.getByRole<HTMLButtonElement>('button', { name: t('password.change') })

async function changePassword({ user }: ReturnType<typeof renderDesk>, password = 'violet harbour 9') {
  await user.type(label('password.current'), 'the old one')
  await user.type(label('password.new'), password)
  await user.click(changeButton())
}

test('a new password is saved, signed in with and said to be changed; the fields are empty again', async () => {
  const assign = stubNavigation()
  const calls = stubServer({
    'PUT /api/account/password': { email: 'ana@desk.test' },
    'GET /api/auth/csrf': { csrfToken: 'token' },
    'POST /api/auth/callback/credentials': { url: 'http://desk.test/' },
  })
  const view = openScreen()
  expect(changeButton().disabled).toBe(true)
  await changePassword(view)
  expect(await screen.findByText(t('password.changed'))).toBeTruthy()
  expect(calls[0]?.body).toEqual({ current: 'the old one', password: 'violet harbour 9' })
  expect(calls.at(-1)?.body).toMatchObject({ email: 'ana@desk.test', password: 'violet harbour 9' })
  expect([label('password.current').value, label('password.new').value]).toEqual(['', ''])
  expect(assign).not.toHaveBeenCalled()
})

test('a password that is too short is told beside its field and not sent', async () => {
  const calls = stubServer({})
  await changePassword(openScreen(), 'short')
  const section = screen.getByRole('region', { name: t('settings.password.title') })
  expect(within(section).getByRole('alert').textContent).toBe(t('account.password.problem'))
  expect(calls).toEqual([])
})

test('a wrong current password is told in the server’s words; what was typed stays', async () => {
  stubServer({
    'PUT /api/account/password': refusal({ code: 'auth.bad_credentials', message: 'Not that one.' }),
  })
  await changePassword(openScreen())
  expect((await screen.findByRole('alert')).textContent).toContain('Not that one.')
  expect(label('password.current').value).toBe('the old one')
})

test('where the new password does not sign in, the sign-in page is next', async () => {
  const assign = stubNavigation()
  stubServer({ 'PUT /api/account/password': { email: 'ana@desk.test' } })
  await changePassword(openScreen())
  await waitFor(() => expect(assign).toHaveBeenCalledExactlyOnceWith('/login'))
})
