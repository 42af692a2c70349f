// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { ManagedStep } from '@/lib/steps/schema'
import { inSpanish, renderDesk, t } from '@/tests/support/render'
import { refusal, stubServer } from '@/tests/support/stub-server'
import { StepsPanel } from './steps-panel'

const step = (id: string, known: Partial<ManagedStep> = {}): ManagedStep => ({
  id,
  name: `Step ${id}`,
  source: 'admin',
  hidden: false,
  learns: true,
  ...known,
})
const openPanel = (...steps: ManagedStep[]) => renderDesk(<StepsPanel initial={{ steps }} />)
const label = (key: 'settings.steps.name' | 'settings.steps.id') =>
  screen.getByLabelText<HTMLInputElement>(t(key))
const button = (name: string) => screen.getByRole('button', { name })

test('a desk without steps says so; one with steps says where each comes from', () => {
  const { unmount } = openPanel()
  expect(screen.getByText(t('settings.steps.empty'))).toBeTruthy()
  unmount()
  openPanel(step('a'), step('b', { source: 'upstream' }), step('c', { source: 'settings', hidden: true }))
  expect(screen.queryByText(t('settings.steps.empty'))).toBeNull()
  for (const source of ['admin', 'upstream', 'settings'] as const)
    expect(screen.getByText(t(`settings.steps.source.${source}`))).toBeTruthy()
  expect(screen.getByText(t('settings.steps.hidden')).closest('li')?.textContent).toContain('Step c')
})

test('a step of the service is called by its name in the reader’s language, to the eye and to a screen reader', () => {
  const invoices = step('a', { name: 'Invoice Processing', source: 'upstream' })
  renderDesk(<StepsPanel initial={{ steps: [invoices] }} />, { locale: 'es' })
  const name = inSpanish('step.invoice')
  expect(screen.getByText(name)).toBeTruthy()
  expect(screen.getByRole('switch', { name: inSpanish('settings.steps.learns_of', { name }) })).toBeTruthy()
})

test('only steps added here can be renamed or hidden', () => {
  openPanel(step('a', { source: 'upstream' }))
  expect(screen.queryByRole('button', { name: t('settings.steps.rename', { name: 'Step a' }) })).toBeNull()
})

test('a step is added with its id, and the fields are empty again', async () => {
  const calls = stubServer({ 'POST /api/settings/steps': { steps: [step('x_1', { name: 'Receipts' })] } })
  const { user } = openPanel()
  await user.type(label('settings.steps.name'), ' Receipts ')
  await user.type(label('settings.steps.id'), 'x_1')
  await user.click(button(t('settings.steps.add')))
  expect(await screen.findByText('Receipts')).toBeTruthy()
  expect(await screen.findByText(t('settings.steps.added'))).toBeTruthy()
  expect(calls[0]?.body).toEqual({ id: 'x_1', name: 'Receipts' })
  expect([label('settings.steps.name').value, label('settings.steps.id').value]).toEqual(['', ''])
})

test('a step without a name, or with an id that cannot stand in an address, is told beside its field', async () => {
  const calls = stubServer({})
  const { user } = openPanel()
  await user.type(label('settings.steps.id'), 'no spaces here')
  await user.click(button(t('settings.steps.add')))
  await waitFor(() =>
    expect(screen.queryAllByRole('alert').map((alert) => alert.textContent)).toEqual([
      t('settings.steps.name_problem'),
      t('settings.steps.id_problem'),
    ]),
  )
  await waitFor(() => expect(document.activeElement).toBe(label('settings.steps.name')))
  expect(calls).toEqual([])
})

test('a refused step leaves what was typed', async () => {
  stubServer({ 'POST /api/settings/steps': refusal({ message: 'There is one with this id.' }) })
  const { user } = openPanel()
  await user.type(label('settings.steps.name'), 'Receipts')
  await user.type(label('settings.steps.id'), 'x')
  await user.click(button(t('settings.steps.add')))
  expect((await screen.findByRole('alert')).textContent).toContain('There is one with this id.')
  expect(label('settings.steps.id').value).toBe('x')
})

const rename = () => button(t('settings.steps.rename', { name: 'Step a' }))
const newName = () =>
  screen.getByLabelText<HTMLInputElement>(t('settings.steps.new_name', { name: 'Step a' }))

test('a step is renamed in place, and the keyboard goes back to its button', async () => {
  const calls = stubServer({ 'PATCH /api/settings/steps/a': { steps: [step('a', { name: 'Bills' })] } })
  const { user } = openPanel(step('a'))
  await user.click(rename())
  expect(newName().value).toBe('Step a')
  expect(document.activeElement).toBe(newName())
  await user.clear(newName())
  await user.keyboard('Bills{Enter}')
  expect(await screen.findByText('Bills')).toBeTruthy()
  expect(calls.map(({ body }) => body)).toEqual([{ name: 'Bills' }])
  expect(document.activeElement).toBe(button(t('settings.steps.rename', { name: 'Bills' })))
})

test('a name of nothing but blanks is refused beside the field; Escape and Cancel leave the name as it was', async () => {
  const calls = stubServer({})
  const { user } = openPanel(step('a'))
  await user.click(rename())
  await user.clear(newName())
  await user.keyboard('  {Enter}')
  expect((await screen.findByRole('alert')).textContent).toBe(t('settings.steps.name_problem'))
  await user.keyboard('{Escape}')
  expect(document.activeElement).toBe(rename())
  await user.click(rename())
  await user.type(newName(), ' more')
  await user.click(button(t('common.cancel')))
  expect(await screen.findByText('Step a')).toBeTruthy()
  expect(calls).toEqual([])
})

test.each([
  [false, 'settings.steps.hide'],
  [true, 'settings.steps.show'],
] as const)('a step that is hidden (%s) can be turned about', async (hidden, key) => {
  const calls = stubServer({ 'PATCH /api/settings/steps/a': { steps: [step('a', { hidden: !hidden })] } })
  const { user } = renderDesk(<StepsPanel initial={{ steps: [step('a', { hidden })] }} />, { locale: 'es' })
  await user.click(button(inSpanish(key, { name: 'Step a' })))
  await waitFor(() => expect(calls.map(({ body }) => body)).toEqual([{ hidden: !hidden }]))
  const other = hidden ? 'settings.steps.hide' : 'settings.steps.show'
  expect(await screen.findByRole('button', { name: inSpanish(other, { name: 'Step a' }) })).toBeTruthy()
})
