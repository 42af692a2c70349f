// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { MailFacts } from '@/lib/mail/schema'
import type { Person } from '@/lib/people/directory/schema'
import { mailFactsQuery } from '@/lib/settings/queries'
import { createClient, renderDesk, t } from '@/tests/support/render'
import { later, refusal, stubServer } from '@/tests/support/stub-server'
import { PeoplePanel } from './people-panel'

const person = (id: string, known: Partial<Person> = {}): Person => ({
  id,
  email: `${id}@desk.test`,
  name: id,
  role: 'uploader',
  disabled: false,
  createdAt: '2026-01-01T00:00:00.000Z',
  ...known,
})
const invitation = (id: string, expired = false) => ({
  id,
  email: `${id}@desk.test`,
  role: 'finance' as const,
  expiresAt: '2026-12-01T12:00:00.000Z',
  expired,
})
const me = person('Me', { role: 'admin' })
const ben = person('Ben')
const directory = { people: [me, ben], invitations: [invitation('eve'), invitation('old', true)] }
const link = {
  link: 'https://desk.test/invite?token=x',
  expiresAt: '2026-12-01T12:00:00.000Z',
  isMailed: false,
}

const mail = { from: null, server: null, waiting: 0, lastSentAt: null, problems: [] }

function openPanel(initial = directory, facts: MailFacts = mail) {
  const client = createClient()
  client.setQueryData(mailFactsQuery.queryKey, facts)
  return renderDesk(<PeoplePanel initial={initial} myId="Me" />, { client })
}
const roleOf = (name: string) =>
  screen.getByRole<HTMLButtonElement>('combobox', { name: t('settings.people.role_of', { name }) })
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name })
const dialog = () => screen.queryByRole('alertdialog')

async function chooseRole({ user }: ReturnType<typeof openPanel>, name: string, role: 'admin' | 'finance') {
  roleOf(name).focus()
  await user.keyboard('{Enter}')
  await user.click(screen.getByRole('option', { name: t(`account.role.${role}`) }))
}

describe('an account', () => {
  it('of another person changes its role at once; the new role shows while it is saved', async () => {
    const answer = later()
    const calls = stubServer({ 'PATCH /api/people/Ben': () => answer.answer })
    const view = openPanel()
    await chooseRole(view, 'Ben', 'finance')
    expect(roleOf('Ben').textContent).toContain(t('account.role.finance'))
    expect(roleOf('Ben').disabled).toBe(true)
    answer.resolve({ ...directory, people: [me, { ...ben, role: 'finance' }] })
    await waitFor(() => expect(roleOf('Ben').disabled).toBe(false))
    expect(calls.map(({ body }) => body)).toEqual([{ role: 'finance' }])
    expect(view.router.refresh).not.toHaveBeenCalled()
  })

  it('of one’s own loses administration only after a question, and the page is asked for anew', async () => {
    const calls = stubServer({ 'PATCH /api/people/Me': directory })
    const view = openPanel()
    await chooseRole(view, 'Me', 'finance')
    expect(dialog()?.textContent).toContain(t('settings.people.own_role_text'))
    await view.user.click(button(t('common.cancel')))
    expect(calls).toEqual([])
    await chooseRole(view, 'Me', 'finance')
    await view.user.click(button(t('settings.people.own_role_confirm')))
    await waitFor(() => expect(view.router.refresh).toHaveBeenCalledOnce())
    expect(calls.map(({ body }) => body)).toEqual([{ role: 'finance' }])
  })

  it('is disabled after a question, and enabled without one', async () => {
    const disabled = { ...directory, people: [me, { ...ben, disabled: true }] }
    const calls = stubServer({ 'PATCH /api/people/Ben': () => (calls.length === 1 ? disabled : directory) })
    const view = openPanel()
    await view.user.click(button(t('settings.people.disable', { name: 'Ben' })))
    expect(dialog()?.textContent).toContain(t('settings.people.disable_title', { name: 'Ben' }))
    await view.user.click(
      within(dialog() as HTMLElement).getByRole('button', { name: t('settings.people.disable_short') }),
    )
    await view.user.click(
      await screen.findByRole('button', { name: t('settings.people.enable', { name: 'Ben' }) }),
    )
    expect(dialog()).toBeNull()
    await screen.findByRole('button', { name: t('settings.people.disable', { name: 'Ben' }) })
    expect(calls.map(({ body }) => body)).toEqual([{ disabled: true }, { disabled: false }])
  })

  it('that is disabled says so, keeps its role and gets no link; one’s own cannot be disabled here', () => {
    openPanel({ ...directory, people: [me, { ...ben, disabled: true }] })
    expect(screen.getByText(t('settings.people.disabled'))).toBeTruthy()
    expect(roleOf('Ben').disabled).toBe(true)
    expect(button(t('settings.people.password_of', { name: 'Ben' })).disabled).toBe(true)
    expect(screen.queryByRole('button', { name: t('settings.people.disable', { name: 'Me' }) })).toBeNull()
    expect(screen.getByText(t('settings.people.you')).closest('li')?.textContent).toContain('Me@desk.test')
  })

  it('whose change was refused is as it was, with the reason below', async () => {
    stubServer({
      'PATCH /api/people/Ben': refusal({ code: 'person.last_admin', message: 'Someone must be left.' }),
    })
    const view = openPanel()
    await chooseRole(view, 'Ben', 'admin')
    const row = (await screen.findByText('Someone must be left.')).closest('li')
    expect(row?.textContent).toContain('Ben@desk.test')
    expect(roleOf('Ben').textContent).toContain(t('account.role.uploader'))
  })

  it('gets a link to a new password, shown once with a button to copy it', async () => {
    const calls = stubServer({ 'POST /api/people/Ben/password-link': link })
    const { user } = openPanel()
    await user.click(button(t('settings.people.password_of', { name: 'Ben' })))
    expect(await screen.findByText(link.link)).toBeTruthy()
    expect(
      await screen.findByText(t('settings.invite.link_hint', { when: 'Dec 1, 2026, 9:00 AM' })),
    ).toBeTruthy()
    await user.click(button(t('settings.invite.copy', { email: 'Ben@desk.test' })))
    expect(await navigator.clipboard.readText()).toBe(link.link)
    expect(calls).toHaveLength(1)
  })

  it('for which no link could be made says why', async () => {
    stubServer({})
    const { user } = openPanel()
    await user.click(button(t('settings.people.password_of', { name: 'Ben' })))
    expect((await screen.findByRole('alert')).textContent).toContain(t('problem.offline'))
  })
})

describe('an invitation', () => {
  const email = () => screen.getByLabelText<HTMLInputElement>(t('settings.invite.email'))
  const send = () => button(t('settings.invite.send'))

  it('goes out by mail where there is a server, and says so on its button', () => {
    openPanel(directory, { ...mail, from: 'desk@desk.test', server: 'smtp.desk.test' })
    expect(button(t('settings.invite.mail'))).toBeTruthy()
  })

  it('is sent with the chosen role, and its link shown', async () => {
    const calls = stubServer({
      'POST /api/people/invitations': { ...link, isMailed: true },
      'GET /api/people': { people: [me], invitations: [] },
    })
    const { user } = openPanel()
    expect(screen.getByText(t('settings.role.uploader'))).toBeTruthy()
    await user.type(email(), 'New@Desk.test')
    screen.getByRole('combobox', { name: t('settings.people.role') }).focus()
    await user.keyboard('{Enter}')
    await user.click(screen.getByRole('option', { name: t('account.role.admin') }))
    expect(await screen.findByText(t('settings.role.admin'))).toBeTruthy()
    await user.click(send())
    expect(await screen.findByText(t('settings.invite.link', { email: 'new@desk.test' }))).toBeTruthy()
    expect(
      await screen.findByText(t('settings.invite.mailed_hint', { when: 'Dec 1, 2026, 9:00 AM' })),
    ).toBeTruthy()
    expect(calls[0]?.body).toEqual({ email: 'new@desk.test', role: 'admin' })
    expect(email().value).toBe('')
    await waitFor(() => expect(screen.queryByText('Ben')).toBeNull())
  })

  it('to what is no address is told beside it; a refusal takes the same place', async () => {
    const calls = stubServer({
      'POST /api/people/invitations': refusal({ message: 'They have an account.' }),
    })
    const { user } = openPanel()
    await user.type(email(), 'nobody')
    await user.click(send())
    expect((await screen.findByRole('alert')).textContent).toBe(t('settings.invite.email_problem'))
    expect(calls).toEqual([])
    await user.type(email(), '@desk.test')
    await user.click(send())
    expect((await screen.findByText('They have an account.')).id).toBe(
      email().getAttribute('aria-describedby'),
    )
    await user.clear(email())
    await user.click(send())
    await waitFor(() => expect(screen.queryByText('They have an account.')).toBeNull())
  })

  it('says until when it holds, or that it no longer does', () => {
    openPanel()
    const row = (address: string) => screen.getByText(address).closest('li')?.textContent
    expect(row('eve@desk.test')).toContain(t('settings.invite.expires', { when: 'Dec 1, 2026' }))
    expect(row('eve@desk.test')).toContain(t('account.role.finance'))
    expect(row('old@desk.test')).toContain(t('settings.invite.expired'))
  })

  it('that is taken back leaves the list, and the keyboard at the next invitation', async () => {
    const calls = stubServer({ 'DELETE /api/people/invitations/eve': { people: [me], invitations: [] } })
    const { user } = openPanel()
    await user.click(button(t('settings.invite.withdraw_of', { email: 'eve@desk.test' })))
    await waitFor(() => expect(document.activeElement).toBe(email()))
    await waitFor(() => expect(screen.queryByText(t('settings.invite.open'))).toBeNull())
    expect(calls).toHaveLength(1)
  })
})
