// @vitest-environment jsdom
import { useQuery } from '@tanstack/react-query'
import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { fetchJson } from '@/lib/fetch-json'
import { noteRefusal } from '@/lib/page/page-session'
import { inSpanish, renderDesk, t } from '@/tests/support/render'
import { later, refusal, stubServer } from '@/tests/support/stub-server'
import { checkSession } from '../shell/session/check-session'
import { notifyTabs } from '../shell/session/session-channel'
import { SessionGuard } from './session-guard'

const signedOut = refusal({ status: 401, code: 'auth.required' })
const otherPerson = refusal({ code: 'auth.other_person' })
const reload = vi.fn()

/** What the server answers to each call, as long as the test does not change it. */
let answer: unknown
let answerAfterSignIn: unknown
let passwordAnswer: unknown
beforeEach(() => {
  answer = {}
  answerAfterSignIn = {}
  passwordAnswer = { url: 'http://desk.test/' }
  reload.mockClear()
  vi.stubGlobal('location', Object.assign(new URL(location.href), { reload }))
})

function openPage({ locale = 'en' as 'en' | 'es' } = {}) {
  const asked = vi.fn(() => fetchJson({ path: '/api/papers', schema: z.unknown() }))
  function Papers() {
    useQuery({ queryKey: ['papers'], queryFn: asked })
    return <textarea aria-label="note" />
  }
  const calls = stubServer({
    'GET /api/papers': () => answer,
    'GET /api/account': () => answer,
    'GET /api/auth/csrf': { csrfToken: 'token' },
    'POST /api/auth/callback/credentials': () => {
      answer = answerAfterSignIn
      return passwordAnswer
    },
  })
  const guard = (personId: string) => (
    <SessionGuard personId={personId} email="ana@desk.test">
      <Papers />
    </SessionGuard>
  )
  return { ...renderDesk(guard('usr_1'), { locale }), calls, asked, guard }
}
const dialog = () => screen.findByRole('alertdialog', { name: t('session.over.title') })
const password = () => screen.getByLabelText<HTMLInputElement>(t('account.password'))

async function signIn({ user }: ReturnType<typeof openPage>) {
  await waitFor(() => expect(document.activeElement).toBe(password()))
  await user.keyboard('a long secret{Enter}')
}

test('a page of somebody who is signed in asks for nothing', async () => {
  const { asked } = openPage()
  await waitFor(() => expect(asked).toHaveBeenCalledOnce())
  expect(screen.queryByRole('alertdialog')).toBeNull()
})

test('any call that finds the session over asks for the password in place, with the page out of reach', async () => {
  answer = signedOut
  const { user } = openPage()
  await dialog()
  expect(screen.getByLabelText<HTMLInputElement>(t('account.email')).value).toBe('ana@desk.test')
  expect(document.activeElement).toBe(password())
  expect(screen.queryByRole('textbox', { name: 'note' })).toBeNull()
  await user.keyboard('{Escape}')
  await dialog()
})

test('after the sign-in all is read anew, and what was typed is still there', async () => {
  const view = openPage()
  await view.user.type(screen.getByLabelText('note'), 'half a thought')
  answer = signedOut
  await checkSession()
  await dialog()
  view.asked.mockClear()
  await signIn(view)
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
  expect(screen.getByLabelText<HTMLTextAreaElement>('note').value).toBe('half a thought')
  await waitFor(() => expect(view.asked).toHaveBeenCalled())
  expect(reload).not.toHaveBeenCalled()
})

test('a wrong password is told in the dialog, which stays', async () => {
  answer = signedOut
  answerAfterSignIn = signedOut
  passwordAnswer = { url: 'http://desk.test/login?error=auth.bad_credentials' }
  const view = openPage()
  await dialog()
  await signIn(view)
  const alert = await within(await dialog()).findByRole('alert')
  expect(alert.textContent).toBe(t('error.auth.bad_credentials'))
})

test('where somebody else signs in, the page starts afresh', async () => {
  answer = signedOut
  answerAfterSignIn = otherPerson
  const view = openPage()
  await dialog()
  await signIn(view)
  await waitFor(() => expect(reload).toHaveBeenCalled())
})

test('what another tab tells of a sign-out or a sign-in reaches this one', async () => {
  openPage()
  answer = signedOut
  notifyTabs()
  await dialog()
  answer = {}
  notifyTabs()
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
})

test('a page that the server draws for somebody else starts afresh', () => {
  const { rerender, guard } = openPage()
  expect(reload).not.toHaveBeenCalled()
  rerender(guard('usr_2'))
  expect(reload).toHaveBeenCalledOnce()
})

test('a refusal from before the sign-in that comes late does not ask for another', async () => {
  const { calls } = openPage()
  act(() => noteRefusal('auth.required'))
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
  expect(calls.filter(({ path }) => path === '/api/account')).toHaveLength(1)
})

test('word from before the end that comes late does not take the dialog away', async () => {
  const early = later()
  answer = early.answer
  openPage()
  const check = checkSession()
  act(() => noteRefusal('auth.required'))
  answer = signedOut
  early.resolve({})
  await check
  await dialog()
})

test('the dialog speaks the language of the page', async () => {
  answer = signedOut
  openPage({ locale: 'es' })
  expect(await screen.findByRole('alertdialog', { name: inSpanish('session.over.title') })).toBeTruthy()
  expect(screen.getByText(inSpanish('session.over.text'))).toBeTruthy()
})
