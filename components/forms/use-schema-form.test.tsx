// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { renderToString } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { inSpanish, renderDesk, t } from '@/tests/support/render'
import { I18nProvider } from '../shell/i18n'
import { useSchemaForm } from './use-schema-form'

const schema = z.object({ name: z.string().trim().min(1), note: z.string().optional() })

function Form({ onSave, draft }: { onSave: (values: unknown) => void; draft?: string }) {
  const { register, handleSubmit, reset, watch, formState } = useSchemaForm({
    schema,
    problems: { name: 'settings.steps.name_problem' },
    defaultValues: { name: 'Ana' },
    ...(draft ? { draft } : {}),
  })
  return (
    <form method="post" onSubmit={handleSubmit((values) => onSave(values))}>
      <input aria-label="name" {...register('name')} />
      <input aria-label="note" {...register('note')} />
      <output>{watch('name')}</output>
      <p role="alert">{formState.errors.name?.message}</p>
      <button type="submit">save</button>
      <button type="button" onClick={() => reset()}>
        reset
      </button>
    </form>
  )
}
const input = (label: string) => screen.getByLabelText<HTMLInputElement>(label)

test('what fits the schema is handed on as the schema makes it', async () => {
  const onSave = vi.fn()
  const { user } = renderDesk(<Form onSave={onSave} />)
  expect([input('name').value, input('note').value]).toEqual(['Ana', ''])
  await user.type(input('name'), ' Soto ')
  await user.click(screen.getByRole('button', { name: 'save' }))
  expect(onSave).toHaveBeenCalledExactlyOnceWith({ name: 'Ana Soto', note: '' })
})

test.each([
  ['en', t],
  ['es', inSpanish],
] as const)(
  'what does not fit is told in the reader’s language (%s), until it fits',
  async (locale, words) => {
    const onSave = vi.fn()
    const { user } = renderDesk(<Form onSave={onSave} />, { locale })
    await user.clear(input('name'))
    await user.click(screen.getByRole('button', { name: 'save' }))
    expect(screen.getByRole('alert').textContent).toBe(words('settings.steps.name_problem'))
    expect(document.activeElement).toBe(input('name'))
    expect(onSave).not.toHaveBeenCalled()
    await user.type(input('name'), 'B')
    expect(screen.getByRole('alert').textContent).toBe('')
  },
)

test('what was typed outlives the page it was typed on, until it is sent or taken back', async () => {
  const { user, unmount } = renderDesk(<Form draft="test" onSave={() => {}} />)
  await user.type(input('name'), ' Soto')
  unmount()
  const again = renderDesk(<Form draft="test" onSave={() => {}} />)
  expect(input('name').value).toBe('Ana Soto')
  expect(screen.getByRole('status').textContent).toBe('Ana Soto')
  await again.user.click(screen.getByRole('button', { name: 'save' }))
  again.unmount()
  const third = renderDesk(<Form draft="test" onSave={() => {}} />)
  expect(input('name').value).toBe('Ana')
  await third.user.type(input('name'), 'x')
  await third.user.click(screen.getByRole('button', { name: 'reset' }))
  third.unmount()
  renderDesk(<Form draft="test" onSave={() => {}} />)
  expect(input('name').value).toBe('Ana')
})

test('without a name for it nothing that is typed is kept', async () => {
  const { user, unmount } = renderDesk(<Form onSave={() => {}} />)
  await user.type(input('name'), ' Soto')
  unmount()
  expect(sessionStorage.length).toBe(0)
})

test('a reset brings the defaults back', async () => {
  const { user } = renderDesk(<Form onSave={() => {}} />)
  await user.type(input('name'), ' Soto')
  await user.type(input('note'), 'x')
  await user.click(screen.getByRole('button', { name: 'reset' }))
  expect([input('name').value, input('note').value]).toEqual(['Ana', ''])
})

test('what was typed before the scripts came is there after them, and is what is sent', async () => {
  const onSave = vi.fn()
  const page = (
    <I18nProvider locale="en" timeZone="UTC">
      <Form onSave={onSave} />
    </I18nProvider>
  )
  const container = document.body.appendChild(document.createElement('div'))
  container.innerHTML = renderToString(page)
  input('name').value = 'Ben'
  input('note').value = 'early'
  await act(async () => void render(page, { container, hydrate: true }))
  expect([input('name').value, screen.getByText('Ben').tagName]).toEqual(['Ben', 'OUTPUT'])
  await userEvent.click(screen.getByRole('button', { name: 'save' }))
  expect(onSave).toHaveBeenCalledExactlyOnceWith({ name: 'Ben', note: 'early' })
})
