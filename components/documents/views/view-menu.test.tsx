// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { toast } from 'sonner'
import { expect, test, vi } from 'vitest'
import type { DocumentView } from '@/lib/documents/views/schema'
import { renderDesk, t } from '@/tests/support/render'
import { type Call, refusal, stubServer } from '@/tests/support/stub-server'
import { type ListBeginning, useListView } from './use-list-view'
import { ViewMenu } from './view-menu'

const view = (change: Partial<DocumentView>): DocumentView => ({
  ...{ id: 'view_1', name: 'Unpaid', shared: false, owner: { id: 'usr_1', name: 'Ana' } },
  ...{ isOwn: true, mayChange: true, filter: { state: 'failed' }, columns: ['total'] },
  ...change,
})
const ofBen = { id: 'usr_2', name: 'Ben' }
const foreign = view({
  id: 'view_2',
  name: 'Month',
  shared: true,
  isOwn: false,
  mayChange: false,
  owner: ofBen,
})
const views = [foreign, view({})]

function Menu({ beginning }: { beginning: ListBeginning }) {
  const list = useListView(beginning)
  return (
    <>
      <ViewMenu {...list} />
      <button type="button" onClick={() => list.change({ q: 'acme' })}>
        search
      </button>
      <button type="button" onClick={() => list.chooseColumns(['due'])}>
        choose
      </button>
      <output>{JSON.stringify([list.filter, list.columns])}</output>
    </>
  )
}

function open({ path = '/documents', answers = {} } = {}) {
  const changed = ({ path: address, body }: Call) => ({
    id: decodeURIComponent(address.split('/').at(-1) ?? ''),
    views: [foreign, view({ ...(body as Partial<DocumentView>) })],
  })
  const calls = stubServer({ 'PATCH /api/documents/views/view_1': changed, ...answers })
  const beginning = { views: { views }, columns: { columns: null } }
  return { ...renderDesk(<Menu beginning={beginning} />, { path }), calls }
}
const press = (name: string) => screen.getByRole('button', { name })
const shown = () => JSON.parse(screen.getByRole('status', { name: '' }).textContent ?? '')

test('views are links in two groups, and open with their filter and columns', async () => {
  const { user } = open()
  await user.click(press(t('view.all')))
  const links = screen.getAllByRole('menuitem').filter((item) => item.tagName === 'A')
  expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
    [t('view.all'), '/documents'],
    ['Unpaid', '/documents?view=view_1'],
    [`Month${t('view.by', { name: 'Ben' })}`, '/documents?view=view_2'],
  ])
  const shared = within(screen.getByRole('group', { name: t('view.shared') }))
  expect(shared.getAllByRole('menuitem')).toHaveLength(1)
  await user.click(screen.getByRole('menuitem', { name: 'Unpaid' }))
  expect(location.search).toBe('?view=view_1')
  expect(shown()).toEqual([{ state: ['failed'] }, ['total']])
  expect(press('Unpaid')).toBeTruthy()
})

test('what is changed in a view is kept by it on request, and only then', async () => {
  const { user, calls } = open({ path: '/documents?view=view_1' })
  expect(screen.queryByRole('button', { name: t('view.save') })).toBeNull()
  await user.click(press('search'))
  await user.click(press('choose'))
  expect(location.search).toBe('?view=view_1&state=failed&q=acme&columns=due')
  expect(calls).toEqual([])
  await user.click(press(t('view.save')))
  await vi.waitFor(() => expect(location.search).toBe('?view=view_1'))
  expect(calls[0]?.body).toEqual({ filter: { state: 'failed', q: 'acme' }, columns: ['due'] })
  expect(shown()).toEqual([{ state: ['failed'], q: 'acme' }, ['due']])
})

test('another person’s view can be looked at otherwise, and kept as one’s own alone', async () => {
  const { user, calls } = open({
    path: '/documents?view=view_2&q=x',
    answers: {
      'POST /api/documents/views': ({ body }: Call) => ({
        id: 'view_3',
        views: [...views, view({ ...(body as Partial<DocumentView>), id: 'view_3' })],
      }),
    },
  })
  expect(screen.queryByRole('button', { name: t('view.save') })).toBeNull()
  await user.click(press('Month'))
  expect(screen.queryByRole('menuitem', { name: t('view.rename') })).toBeNull()
  await user.click(screen.getByRole('menuitem', { name: t('view.create') }))
  const dialog = within(screen.getByRole('dialog'))
  await user.click(dialog.getByRole('button', { name: t('common.save') }))
  expect(dialog.getByRole('alert').textContent).toBe(t('view.name_problem'))
  await user.type(dialog.getByRole('textbox', { name: t('view.name') }), 'Mine')
  await user.click(dialog.getByRole('switch', { name: t('view.share') }))
  await user.click(dialog.getByRole('button', { name: t('common.save') }))
  await vi.waitFor(() => expect(location.search).toBe('?view=view_3'))
  expect(calls[0]?.body).toEqual({ name: 'Mine', shared: true, filter: { q: 'x' }, columns: ['total'] })
})

test('another name leaves unsaved changes as they are, and a refusal is said in the dialog', async () => {
  const { user } = open({ path: '/documents?view=view_1&q=x' })
  await user.click(press('Unpaid'))
  await user.click(screen.getByRole('menuitem', { name: t('view.rename') }))
  const name = screen.getByRole('textbox', { name: t('view.name') })
  await user.clear(name)
  await user.type(name, 'To pay')
  await user.click(screen.getByRole('button', { name: t('common.save') }))
  expect(await screen.findByRole('button', { name: 'To pay' })).toBeTruthy()
  expect(location.search).toBe('?view=view_1&q=x')
  stubServer({ 'PATCH /api/documents/views/view_1': refusal({ status: 404, message: 'Gone.' }) })
  await user.click(press('To pay'))
  await user.click(screen.getByRole('menuitem', { name: t('view.rename') }))
  await user.click(screen.getByRole('button', { name: t('common.save') }))
  expect(await screen.findByText('Gone.')).toBeTruthy()
})

test('a view that cannot be deleted stays, and why is said', async () => {
  const answers = { 'DELETE /api/documents/views/view_1': refusal({ status: 403, message: 'Not yours.' }) }
  const told = vi.spyOn(toast, 'error')
  const { user } = open({ path: '/documents?view=view_1', answers })
  await user.click(press('Unpaid'))
  await user.click(screen.getByRole('menuitem', { name: t('view.delete') }))
  await user.click(screen.getByRole('button', { name: t('view.delete.yes') }))
  await vi.waitFor(() => expect(told).toHaveBeenCalledWith('Not yours.'))
  expect(location.search).toBe('?view=view_1')
})

test('a view is deleted after a question, and all documents are shown', async () => {
  const answers = { 'DELETE /api/documents/views/view_1': { id: 'view_1', views: [foreign] } }
  const { user } = open({ path: '/documents?view=view_1', answers })
  await user.click(press('Unpaid'))
  await user.click(screen.getByRole('menuitem', { name: t('view.delete') }))
  await user.click(screen.getByRole('button', { name: t('view.delete.yes') }))
  expect(await screen.findByRole('button', { name: t('view.all') })).toBeTruthy()
  expect(location.search).toBe('')
})
