// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { signOut } from 'next-auth/react'
import { expect, test, vi } from 'vitest'
import type { Role } from '@/lib/people/roles'
import { inSpanish, renderDesk, stubNavigation, t } from '@/tests/support/render'
import { refusal, stubServer } from '@/tests/support/stub-server'
import { DeskFrame } from './desk-frame'

vi.mock('next-auth/react', () => ({ signOut: vi.fn() }))

const user = (role: Role) => ({ id: 'usr_1', name: 'Ana María Soto', email: 'ana@desk.test', role })

function openFrame({ role = 'admin' as Role, path = '/', locale = 'en' as const } = {}) {
  return renderDesk(
    <DeskFrame user={user(role)} theme="system" t={t}>
      <p>the page</p>
    </DeskFrame>,
    { path, locale },
  )
}

/** One menu stands beside the page and one above it; which is seen is a matter of width. */
async function openMenu(view: ReturnType<typeof openFrame>) {
  const [button] = screen.getAllByRole('button', { name: t('account.menu', { name: 'Ana María Soto' }) })
  await view.user.click(button as HTMLElement)
  return within(screen.getByRole('menu'))
}

test.each([
  ['admin', ['/', '/documents', '/review', '/usage', '/settings']],
  ['uploader', ['/', '/documents', '/review']],
  ['finance', ['/usage']],
] as const)('%s is led to %j', (role, paths) => {
  openFrame({ role })
  for (const nav of screen.getAllByRole('navigation', { name: t('nav.main') })) {
    const links = within(nav).getAllByRole('link')
    expect(links.map((link) => link.getAttribute('href'))).toEqual(paths)
  }
})

test.each([
  ['/', '/'],
  ['/documents', '/documents'],
  ['/documents/doc_1', '/documents'],
])('on %s the link to %s, and no other, is the current one', (path, current) => {
  openFrame({ path })
  const [nav] = screen.getAllByRole('navigation')
  const marked = [...(nav?.querySelectorAll('[aria-current="page"]') ?? [])]
  expect(marked.map((link) => link.getAttribute('href'))).toEqual([current])
})

test('the first thing the keyboard reaches leads to the page itself', async () => {
  const view = openFrame()
  await view.user.tab()
  expect(document.activeElement?.textContent).toBe(t('nav.skip'))
  expect(document.activeElement?.getAttribute('href')).toBe('#content')
  expect(document.getElementById('content')?.textContent).toContain('the page')
})

test('the menu names the person, and the initials are those of the first two names', async () => {
  const view = openFrame()
  expect(screen.getAllByText('AM')).toHaveLength(2)
  const menu = await openMenu(view)
  expect(menu.getByText('ana@desk.test')).toBeTruthy()
  expect(screen.getAllByText(t('account.role.admin')).length).toBeGreaterThan(0)
})

test('another language is there at once, kept by the browser, and told to the server for mails', async () => {
  const calls = stubServer({ 'PATCH /api/account': refusal({ status: 500 }) })
  const view = openFrame()
  const menu = await openMenu(view)
  expect(menu.getByRole('menuitemradio', { name: 'English' }).getAttribute('aria-checked')).toBe('true')
  await view.user.click(menu.getByRole('menuitemradio', { name: 'Español' }))
  expect(document.cookie).toContain('intray_locale=es')
  expect(view.router.refresh).toHaveBeenCalledOnce()
  const told = () => calls.filter(({ method }) => method === 'PATCH').map(({ body }) => body)
  await waitFor(() => expect(told()).toEqual([{ locale: 'es' }]))
})

test('another appearance is kept, and that of the system leaves no trace', async () => {
  const view = openFrame()
  await view.user.click((await openMenu(view)).getByRole('menuitemradio', { name: t('theme.dark') }))
  expect(document.cookie).toContain('intray_theme=dark')
  expect(document.documentElement.dataset.theme).toBe('dark')
  await view.user.click((await openMenu(view)).getByRole('menuitemradio', { name: t('theme.light') }))
  expect(document.documentElement.dataset.theme).toBe('light')
  await view.user.click((await openMenu(view)).getByRole('menuitemradio', { name: t('theme.system') }))
  expect(document.cookie).toContain('intray_theme=system')
  expect(document.documentElement.dataset.theme).toBeUndefined()
  expect(view.router.refresh).toHaveBeenCalledTimes(3)
})

test('one’s own settings and the way out stand in the menu', async () => {
  const assign = stubNavigation()
  const view = openFrame()
  await view.user.click((await openMenu(view)).getByRole('menuitem', { name: t('account.title') }))
  expect(view.router.push).toHaveBeenCalledExactlyOnceWith('/account')
  await view.user.click((await openMenu(view)).getByRole('menuitem', { name: t('account.sign_out') }))
  await waitFor(() => expect(assign).toHaveBeenCalledExactlyOnceWith('/login'))
  expect(signOut).toHaveBeenCalledExactlyOnceWith({ redirect: false })
})

test('the menu speaks the reader’s language', async () => {
  const view = renderDesk(
    <DeskFrame user={user('uploader')} theme="system" t={inSpanish}>
      page
    </DeskFrame>,
    { locale: 'es' },
  )
  const name = inSpanish('account.menu', { name: 'Ana María Soto' })
  await view.user.click(screen.getAllByRole('button', { name })[0] as HTMLElement)
  expect(screen.getByRole('menuitem', { name: inSpanish('account.sign_out') })).toBeTruthy()
})
