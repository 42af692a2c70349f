// @vitest-environment jsdom
import { act, screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { inSpanish, renderDesk, stubNavigation, t } from '@/tests/support/render'
import { stubServer } from '@/tests/support/stub-server'
import { LanguageSwitch } from './language-switch'
import { LoginForm } from './login-form'

/** What next-auth answers: where to go on, with the error in that address. */
const answer = (error?: string) => ({
  'GET /api/auth/csrf': { csrfToken: 'token' },
  'POST /api/auth/callback/credentials': Response.json(
    { url: `http://desk.test/login${error ? `?error=${encodeURIComponent(error)}` : ''}` },
    { status: error ? 401 : 200 },
  ),
})

async function signIn({ user }: ReturnType<typeof renderDesk>) {
  await user.type(screen.getByLabelText(t('account.email')), 'ana@desk.test')
  await user.type(screen.getByLabelText(t('account.password')), 'a long secret')
  await user.click(screen.getByRole('button', { name: t('login.submit') }))
}

test('address and password open the page that was asked for', async () => {
  const assign = stubNavigation()
  const calls = stubServer(answer())
  await signIn(renderDesk(<LoginForm next="/documents?q=x" />))
  await waitFor(() => expect(assign).toHaveBeenCalledExactlyOnceWith('/documents?q=x'))
  expect(calls.at(-1)?.body).toEqual({
    email: 'ana@desk.test',
    password: 'a long secret',
    csrfToken: 'token',
    json: 'true',
  })
})

test('nothing is asked of the server before both fields are filled', async () => {
  const calls = stubServer(answer())
  const { user } = renderDesk(<LoginForm next="/" />)
  await user.type(screen.getByLabelText(t('account.email')), 'ana@desk.test')
  await user.click(screen.getByRole('button', { name: t('login.submit') }))
  expect(calls).toEqual([])
})

test('a form pressed before the scripts came puts no password into the address', () => {
  const { container } = renderDesk(<LoginForm next="/" />)
  expect(container.querySelector('form')?.method).toBe('post')
})

test('a wrong password is told in the page, and can be corrected at once', async () => {
  const assign = stubNavigation()
  stubServer(answer('auth.bad_credentials'))
  await signIn(renderDesk(<LoginForm next="/" />))
  expect((await screen.findByRole('alert')).textContent).toBe(t('error.auth.bad_credentials'))
  expect(screen.getByRole<HTMLButtonElement>('button', { name: t('login.submit') }).disabled).toBe(false)
  expect(screen.getByLabelText<HTMLInputElement>(t('account.email')).value).toBe('ana@desk.test')
  expect(assign).not.toHaveBeenCalled()
})

test('after too many tries the button counts the seconds down, and the notice goes with the last', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] })
  stubServer(answer('auth.too_many_attempts:2'))
  await signIn(renderDesk(<LoginForm next="/" />))
  const button = await screen.findByRole<HTMLButtonElement>('button', {
    name: t('login.submit_in', { seconds: 2 }),
  })
  expect(button.disabled).toBe(true)
  const words = t('error.auth.too_many_attempts', { seconds: 2 })
  expect(screen.getByRole('alert').textContent).toBe(words)
  act(() => void vi.advanceTimersByTime(1_250))
  expect(button.textContent).toBe(t('login.submit_in', { seconds: 1 }))
  expect(screen.getByRole('alert').textContent).toBe(words)
  act(() => void vi.advanceTimersByTime(750))
  expect(button.textContent).toBe(t('login.submit'))
  expect(button.disabled).toBe(false)
  expect(screen.queryByRole('alert')).toBeNull()
})

test('a server that cannot be reached leaves what was typed', async () => {
  stubServer({})
  await signIn(renderDesk(<LoginForm next="/" />))
  expect((await screen.findByRole('alert')).textContent).toBe(t('account.unreachable'))
  expect(screen.getByLabelText<HTMLInputElement>(t('account.password')).value).toBe('a long secret')
})

test('a password can be looked at while it is typed', async () => {
  const { user } = renderDesk(<LoginForm next="/" />)
  const field = screen.getByLabelText<HTMLInputElement>(t('account.password'))
  expect(field.type).toBe('password')
  await user.click(screen.getByRole('button', { name: t('account.password.show') }))
  expect(field.type).toBe('text')
  const hide = screen.getByRole('button', { name: t('account.password.hide') })
  expect(hide.getAttribute('aria-pressed')).toBe('true')
  await user.click(hide)
  expect(field.type).toBe('password')
})

test('the language is chosen without an account, and the page drawn anew in it', async () => {
  const { user, router } = renderDesk(<LanguageSwitch />, { locale: 'es' })
  expect(screen.getByRole('radio', { name: 'Español' }).getAttribute('aria-checked')).toBe('true')
  expect(screen.getByRole('radiogroup', { name: inSpanish('language.label') })).toBeTruthy()
  await user.click(screen.getByRole('radio', { name: 'English' }))
  expect(document.cookie).toContain('intray_locale=en')
  expect(router.refresh).toHaveBeenCalledOnce()
})
