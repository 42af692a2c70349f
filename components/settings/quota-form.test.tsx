// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it, test } from 'vitest'
import { inSpanish, renderDesk, t } from '@/tests/support/render'
import { refusal, stubServer } from '@/tests/support/stub-server'
import { parsePageCount } from '../forms/page-count'
import { QuotaForm } from './quota-form'
import { SharingForm } from './sharing-form'

const desk = { monthlyPages: 1000, uploadersSeeAll: false }
const remaining = {
  timeZone: 'UTC',
  quota: 1000,
  used: 1200,
  left: 0,
  pending: 0,
  level: 'reached',
  resetsAt: '2026-12-01T00:00:00.000Z',
}
const field = () => screen.getByLabelText<HTMLInputElement>(t('settings.quota.label'))
const button = () => screen.getByRole<HTMLButtonElement>('button', { name: t('common.save') })

function openForm(answers: Record<string, unknown> = {}) {
  const saved = { monthlyPages: 2500, uploadersSeeAll: false }
  const calls = stubServer({
    'GET /api/usage/remaining': remaining,
    'PATCH /api/settings': saved,
    ...answers,
  })
  const view = renderDesk(<QuotaForm initial={desk} />)
  const enter = async (text: string) => {
    await view.user.clear(field())
    if (text) await view.user.type(field(), text)
    await view.user.click(button())
  }
  return { enter, patched: () => calls.filter(({ method }) => method === 'PATCH').map(({ body }) => body) }
}

describe('the quota', () => {
  it('typed with grouping is saved as pages, and said to be saved', async () => {
    const { enter, patched } = openForm()
    expect(field().value).toBe('1,000')
    expect(button().disabled).toBe(true)
    await enter('2,500')
    expect(await screen.findByText(t('common.saved'))).toBeTruthy()
    expect(patched()).toEqual([{ monthlyPages: 2500 }])
    expect(button().disabled).toBe(true)
  })

  it('is none where the field is empty', async () => {
    const { enter, patched } = openForm()
    await enter('')
    await waitFor(() => expect(patched()).toEqual([{ monthlyPages: null }]))
  })

  it('that is no number of pages is told beside the field and not sent', async () => {
    const { enter, patched } = openForm()
    await enter('lots')
    expect((await screen.findByRole('alert')).textContent).toBe(t('settings.quota.problem'))
    expect(field().getAttribute('aria-invalid')).toBe('true')
    expect(patched()).toEqual([])
  })

  it('below what is used already says what that means before it is saved; exactly that much does not', async () => {
    const { enter } = openForm()
    expect(await screen.findByText(t('settings.quota.used', { pages: 1200 }), { exact: false })).toBeTruthy()
    expect(screen.getByText(t('settings.quota.below'))).toBeTruthy()
    await enter('1200')
    expect(screen.queryByText(t('settings.quota.below'))).toBeNull()
    await enter('1199')
    expect(screen.getByText(t('settings.quota.below'))).toBeTruthy()
  })

  it('that was refused stays on the page with the server’s words', async () => {
    const { enter } = openForm({ 'PATCH /api/settings': refusal({ message: 'Not yours to change.' }) })
    await enter('3000')
    expect((await screen.findByRole('alert')).textContent).toContain('Not yours to change.')
    expect(field().value).toBe('3000')
  })
})

test.each(['1000', '1,000', '1.000', '1 000', '1’000', ' 1000 '])('%j is a thousand pages', (text) => {
  expect(parsePageCount(text)).toBe(1000)
})

test('grouped millions are read up to a hundred of them, and nothing is no quota', () => {
  expect(parsePageCount('1.250.000')).toBe(1_250_000)
  expect(parsePageCount('100,000,000')).toBe(100_000_000)
  expect(parsePageCount('  ')).toBeNull()
  expect(parsePageCount('0')).toBe(0)
})

test.each(['1,5', '1.5', '-3', 'many', '1,0000', '1.000,5', '1,000.000', '100000001'])(
  '%j is no number of pages',
  (text) => {
    expect(parsePageCount(text)).toBeUndefined()
  },
)

test('who sees whose documents is switched at once, and goes back where it was refused', async () => {
  const calls = stubServer({ 'PATCH /api/settings': { ...desk, uploadersSeeAll: true } })
  const { user } = renderDesk(<SharingForm initial={desk} />, { locale: 'es' })
  const choice = screen.getByRole('switch', { name: inSpanish('settings.desk.see_all') })
  expect(choice.getAttribute('aria-checked')).toBe('false')
  await user.click(choice)
  await waitFor(() => expect(choice.getAttribute('aria-checked')).toBe('true'))
  expect(calls.map(({ body }) => body)).toEqual([{ uploadersSeeAll: true }])
  stubServer({})
  await user.click(choice)
  expect((await screen.findByRole('alert')).textContent).toContain(inSpanish('problem.offline'))
  expect(choice.getAttribute('aria-checked')).toBe('true')
})
