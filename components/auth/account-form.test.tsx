// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { inSpanish, renderDesk, stubNavigation, t } from '@/tests/support/render'
import { refusal, stubServer } from '@/tests/support/stub-server'
import { AccountForm } from './account-form'
import { DeadLink } from './dead-link'
import { PasswordForm } from './password-form'

const signedIn = {
  'GET /api/auth/csrf': { csrfToken: 'token' },
  'POST /api/auth/callback/credentials': { url: 'http://desk.test/' },
}
const password = 'violet harbour 9'
const field = (name: 'account.name' | 'account.email' | 'account.password' | 'password.new') =>
  screen.getByLabelText<HTMLInputElement>(t(name))

async function fillIn({ user }: ReturnType<typeof renderDesk>) {
  await user.type(field('account.name'), 'Ana Soto')
  if (!field('account.email').readOnly) await user.type(field('account.email'), 'Ana@Desk.Test')
  await user.type(field('account.password'), password)
  await user.click(screen.getByRole('button', { name: /create account/i }))
}

test('the first administrator’s account is made, signed in to and the desk opened', async () => {
  const assign = stubNavigation()
  const calls = stubServer({ ...signedIn, 'POST /api/setup': { email: 'ana@desk.test' } })
  await fillIn(renderDesk(<AccountForm purpose="setup" token="once" />))
  await waitFor(() => expect(assign).toHaveBeenCalledExactlyOnceWith('/'))
  expect(calls[0]).toEqual({
    method: 'POST',
    path: '/api/setup',
    body: { token: 'once', name: 'Ana Soto', email: 'ana@desk.test', password },
  })
  expect(calls.at(-1)?.body).toMatchObject({ email: 'ana@desk.test', password })
  expect(screen.getByRole<HTMLButtonElement>('button', { name: t('setup.submit') }).disabled).toBe(true)
})

test('an invitation keeps its address, and the account is made by its own call', async () => {
  const assign = stubNavigation()
  const calls = stubServer({ ...signedIn, 'POST /api/invitations/accept': { email: 'ben@desk.test' } })
  const view = renderDesk(<AccountForm purpose="invite" token="once" invitedEmail="ben@desk.test" />)
  expect(field('account.email').value).toBe('ben@desk.test')
  expect(field('account.email').readOnly).toBe(true)
  await fillIn(view)
  await waitFor(() => expect(assign).toHaveBeenCalledWith('/'))
  expect(calls[0]?.body).toMatchObject({ token: 'once', name: 'Ana Soto', password })
})

test('what is missing is told beside its field, and the first such field has the keyboard', async () => {
  const calls = stubServer({})
  const { user } = renderDesk(<AccountForm purpose="setup" token="once" />)
  await user.type(field('account.email'), 'not an address')
  await user.type(field('account.password'), 'nine char')
  await user.click(screen.getByRole('button', { name: t('setup.submit') }))
  await waitFor(() =>
    expect(screen.queryAllByRole('alert').map((alert) => alert.textContent)).toEqual([
      t('account.name.problem'),
      t('account.email.problem'),
      t('account.password.problem'),
    ]),
  )
  await waitFor(() => expect(document.activeElement).toBe(field('account.name')))
  expect(calls).toEqual([])
  await user.type(field('account.name'), 'A')
  await waitFor(() => expect(screen.queryByText(t('account.name.problem'))).toBeNull())
  expect(await screen.findByText(t('account.email.problem'))).toBeTruthy()
})

test('an address that is taken is told beside it, any other refusal above the form', async () => {
  stubNavigation()
  const taken = refusal({ code: 'person.email_taken', message: 'There is an account with this address.' })
  stubServer({ 'POST /api/setup': taken })
  const view = renderDesk(<AccountForm purpose="setup" token="once" />)
  await fillIn(view)
  const told = await screen.findByText('There is an account with this address.')
  expect(field('account.email').getAttribute('aria-describedby')).toBe(told.id)
  stubServer({ 'POST /api/setup': refusal({ code: 'auth.setup_closed', message: 'Closed.' }) })
  await view.user.click(screen.getByRole('button', { name: t('setup.submit') }))
  expect((await screen.findByText('Closed.')).closest('[role=alert]')).toBeTruthy()
  await waitFor(() => expect(screen.queryByText('There is an account with this address.')).toBeNull())
  stubServer({})
  await view.user.click(screen.getByRole('button', { name: t('setup.submit') }))
  expect(await screen.findByText(t('account.unreachable'))).toBeTruthy()
})

test('where the account was made and signing in did not work, the sign-in page is next', async () => {
  const assign = stubNavigation()
  stubServer({ 'POST /api/setup': { email: 'ana@desk.test' } })
  await fillIn(renderDesk(<AccountForm purpose="setup" token="once" />))
  await waitFor(() => expect(assign).toHaveBeenCalledExactlyOnceWith('/login'))
})

test.each([
  ['short', 'short!'],
  ['weak', 'aaaaaaaaaaaa'],
  ['weak', 'ana soto desk 1'],
  ['fair', 'violetharbour'],
  ['strong', 'Violet-harbour-9'],
] as const)('a password is called %s while it is typed: %s', async (strength, typed) => {
  const { user } = renderDesk(<AccountForm purpose="setup" token="once" />)
  await user.type(field('account.name'), 'Ana Soto')
  await user.type(field('account.email'), 'ana@desk.test')
  await user.type(field('account.password'), typed)
  const hint = document.getElementById(field('account.password').getAttribute('aria-describedby') ?? '')
  expect(hint?.textContent).toBe(t(`account.password.${strength}`, { length: 10 }))
  const bars = [...(hint?.querySelectorAll('[aria-hidden] > span') ?? [])]
  const filled = bars.filter((bar) => !bar.className.includes('bg-line'))
  expect([bars.length, filled.length]).toEqual([3, ['short', 'weak', 'fair', 'strong'].indexOf(strength)])
})

test('a new password from a link is sent with the link’s token, signed in with and the desk opened', async () => {
  const assign = stubNavigation()
  const calls = stubServer({ ...signedIn, 'POST /api/password': { email: 'ana@desk.test' } })
  const { user } = renderDesk(<PasswordForm token="once" email="ana@desk.test" />)
  expect(field('account.email').readOnly).toBe(true)
  await user.type(field('password.new'), 'short')
  await user.click(screen.getByRole('button', { name: t('password.submit') }))
  expect((await screen.findByRole('alert')).textContent).toBe(t('account.password.problem'))
  await user.clear(field('password.new'))
  await user.type(field('password.new'), password)
  await user.click(screen.getByRole('button', { name: t('password.submit') }))
  await waitFor(() => expect(assign).toHaveBeenCalledExactlyOnceWith('/'))
  expect(calls[0]?.body).toEqual({ token: 'once', password })
  expect(calls.at(-1)?.body).toMatchObject({ email: 'ana@desk.test', password })
})

test('a link that no longer works says so in the server’s words, and can be tried again where it was not reached', async () => {
  stubNavigation()
  const { user } = renderDesk(<PasswordForm token="once" email="ana@desk.test" />)
  await user.type(field('password.new'), password)
  stubServer({})
  await user.click(screen.getByRole('button', { name: t('password.submit') }))
  expect((await screen.findByRole('alert')).textContent).toBe(t('account.unreachable'))
  stubServer({ 'POST /api/password': refusal({ code: 'auth.link_dead', message: 'This link was used.' }) })
  await user.click(screen.getByRole('button', { name: t('password.submit') }))
  expect(await screen.findByText('This link was used.')).toBeTruthy()
})

test('a dead link leads on to the sign-in page, in the reader’s language', () => {
  renderDesk(<DeadLink code="auth.setup_closed" t={inSpanish} />)
  expect(screen.getByText(inSpanish('error.auth.setup_closed'))).toBeTruthy()
  const link = screen.getByRole('link', { name: inSpanish('dead_link.login') })
  expect(link.getAttribute('href')).toBe('/login')
})
