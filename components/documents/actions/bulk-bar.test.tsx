// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { DocumentState } from '@/lib/documents/model/status'
import { documentDetail, documentSummary } from '@/tests/support/document-summary'
import { inSpanish, renderDesk, t } from '@/tests/support/render'
import { type Call, later, refusal, stubServer } from '@/tests/support/stub-server'
import { BulkBar } from './bulk-bar'

const inState = (id: string, state: DocumentState, pages = 1) =>
  documentSummary({ id, name: `${id}.pdf`, state, pages })
const mixed = [inState('a', 'failed', 3), inState('b', 'processing', 5), inState('c', 'sending')]

function openBar(selected = mixed, locale: 'en' | 'es' = 'en') {
  const onClear = vi.fn()
  const [onDone, onRemove] = [vi.fn(), vi.fn()]
  const bar = <BulkBar selected={selected} onClear={onClear} onDone={onDone} onRemove={onRemove} />
  return { ...renderDesk(bar, { locale }), onClear, onDone, onRemove }
}
const button = (name: RegExp | string) => screen.getByRole<HTMLButtonElement>('button', { name })
/** The steps to choose from are asked for beside them. */
const changesOf = (calls: Call[]) => calls.filter(({ method }) => method !== 'GET')
const question = () => screen.getByRole('alertdialog').textContent

test('it says how many are selected, and on each button how many it can touch', () => {
  openBar()
  expect(screen.getByRole('status').textContent).toBe(t('table.bulk.count', { count: 3 }))
  expect(button(/^Process again/).textContent).toBe(`${t('table.bulk.retry')}1`)
  expect(button(/^Cancel/).textContent).toBe(`${t('table.bulk.cancel')}1`)
  expect(button(/^Delete/).textContent).toBe(`${t('table.bulk.remove')}2`)
})

test('what touches none is off and says so; what touches all counts nothing', () => {
  openBar([inState('a', 'done')])
  expect(button(/^Process again/).disabled).toBe(true)
  expect(button(/^Process again/).title).toBe(t('table.bulk.none'))
  expect(button(/^Delete/).disabled).toBe(false)
  expect(button(/^Delete/).title).toBe('')
  expect(button(/^Delete/).textContent).toBe(t('table.bulk.remove'))
})

test('before it is done it is said what it costs and who is left out', async () => {
  const { user, onDone, onRemove } = openBar()
  await user.click(button(/^Process again/))
  expect(question()).toContain(t('table.bulk.confirm.retry', { count: 1 }))
  expect(question()).toContain(t('table.bulk.confirm.retry_text', { pages: 3 }))
  expect(question()).toContain(t('table.bulk.skips', { count: 2 }))
  await user.keyboard('{Escape}')
  await user.click(button(/^Cancel/))
  expect(question()).toContain(t('table.bulk.confirm.cancel', { count: 1 }))
  expect(question()).toContain(t('table.bulk.skips', { count: 2 }))
  await user.keyboard('{Escape}')
  expect(onDone).not.toHaveBeenCalled()
  await user.click(button(/^Delete/))
  expect(onRemove).toHaveBeenCalledExactlyOnceWith(mixed.slice(0, 2))
})

test('each is cancelled by itself; one refusal does not stop the others, and progress is told', async () => {
  const last = later()
  const calls = stubServer({
    'POST /api/documents/a/cancel': documentSummary({ id: 'a' }),
    'POST /api/documents/b/cancel': refusal({ message: 'It is being sent.' }),
    'POST /api/documents/d/cancel': () => last.answer,
  })
  const { user, onDone } = openBar(['a', 'b', 'd'].map((id) => inState(id, 'processing')))
  await user.click(button(/^Cancel processing$/))
  await user.click(screen.getAllByRole('button', { name: t('table.bulk.cancel') }).at(-1) as HTMLElement)
  await waitFor(() =>
    expect(screen.getByRole('status').textContent).toBe(t('table.bulk.working', { done: '2', count: '3' })),
  )
  expect(button(/^Process again/).disabled).toBe(true)
  last.resolve(documentSummary({ id: 'd' }))
  await waitFor(() => expect(onDone).toHaveBeenCalledOnce())
  expect(onDone).toHaveBeenCalledWith({
    action: 'cancel',
    changed: 2,
    refusals: [{ reason: 'It is being sent.', names: ['b.pdf'] }],
    problem: null,
  })
  expect(
    changesOf(calls)
      .map(({ path }) => path)
      .sort(),
  ).toEqual(['a', 'b', 'd'].map((id) => `/api/documents/${id}/cancel`))
})

test('no more than four are under way at once', async () => {
  const answers = Array.from({ length: 6 }, later)
  const selected = answers.map((_, index) => inState(`doc${index}`, 'waiting'))
  const calls = stubServer(
    Object.fromEntries(
      answers.map(({ answer }, index) => [`POST /api/documents/doc${index}/cancel`, () => answer]),
    ),
  )
  const { user, onDone } = openBar(selected)
  await user.click(button(/^Cancel processing$/))
  await user.click(screen.getAllByRole('button', { name: t('table.bulk.cancel') }).at(-1) as HTMLElement)
  await waitFor(() => expect(changesOf(calls)).toHaveLength(4))
  for (const { resolve } of answers) resolve(documentSummary({ state: 'cancelled' }))
  await waitFor(() => expect(onDone.mock.lastCall?.[0]).toMatchObject({ action: 'cancel', changed: 6 }))
})

test('processing again goes in one call for all', async () => {
  const calls = stubServer({
    'POST /api/documents/retry': { documents: [inState('a', 'waiting')], refused: [], left: 0 },
  })
  const { user, onDone } = openBar()
  await user.click(button(/^Process again/))
  await user.click(screen.getAllByRole('button', { name: t('table.bulk.retry') }).at(-1) as HTMLElement)
  await waitFor(() => expect(onDone.mock.lastCall?.[0]).toMatchObject({ action: 'retry', changed: 1 }))
  expect(changesOf(calls).map(({ body }) => body)).toEqual([{ ids: ['a'] }])
})

test('the selection can be let go, in the reader’s language', async () => {
  const { user, onClear } = openBar(mixed, 'es')
  expect(screen.getByRole('region', { name: inSpanish('table.bulk.label') })).toBeTruthy()
  await user.click(button(inSpanish('table.bulk.clear')))
  expect(onClear).toHaveBeenCalledOnce()
})

test('what is read is marked as checked at once, and what is checked already left alone', async () => {
  const checked = { ...documentSummary({ id: 'b', state: 'done' }), checkedAt: '2026-11-21T10:00:00.000Z' }
  const calls = stubServer({ 'PUT /api/documents/a/checked': documentDetail({ id: 'a' }) })
  const { user, onDone } = openBar([inState('a', 'done'), checked, inState('c', 'failed')])
  expect(button(/^Mark as checked/).textContent).toBe(`${t('table.bulk.check')}1`)
  await user.click(button(/^Mark as checked/))
  await waitFor(() => expect(onDone).toHaveBeenCalledOnce())
  expect(onDone.mock.calls[0]?.[0]).toMatchObject({ action: 'check', changed: 1, refusals: [] })
  expect(calls.filter(({ method }) => method === 'PUT').map(({ body }) => body)).toEqual([{ checked: true }])
})

test('another step is chosen from a menu, its cost said, and only what it has not read sent there', async () => {
  const calls = stubServer({
    'GET /api/steps': { steps: [inState('x', 'done').step, { id: 'receipt', name: 'Receipts' }] },
    'POST /api/documents/a/retry': documentSummary({ id: 'a', step: { id: 'receipt', name: 'Receipts' } }),
  })
  const { user, onDone } = openBar([inState('a', 'done', 4), inState('b', 'processing')])
  await user.click(await screen.findByRole('button', { name: t('review.other_step') }))
  expect(screen.getByRole('menuitem', { name: /^Invoice/ }).getAttribute('aria-disabled')).toBe('true')
  await user.click(screen.getByRole('menuitem', { name: /^Receipts/ }))
  expect(question()).toContain(t('review.other_step.text', { step: 'Receipts', pages: '4' }))
  await user.click(screen.getByRole('button', { name: t('review.other_step.yes') }))
  await waitFor(() => expect(onDone).toHaveBeenCalledOnce())
  const posts = calls.filter(({ method }) => method === 'POST').map(({ path }) => path)
  expect(posts).toEqual(['/api/documents/a/retry?step=receipt'])
})

test('the selected are saved by their ids, under the name the server gives', async () => {
  const headers = { 'content-disposition': "attachment; filename*=UTF-8''documentos-2026-11-21.csv" }
  const calls = stubServer({ 'POST /api/documents/export': new Response('a', { headers }) })
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => {} }))
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
  const { user } = openBar([inState('a', 'done'), inState('b', 'failed')], 'es')
  await user.click(button(inSpanish('table.export')))
  await user.click(screen.getByRole('menuitem', { name: inSpanish('export.csv.lines') }))
  await waitFor(() => expect(click).toHaveBeenCalledOnce())
  expect((click.mock.contexts[0] as HTMLAnchorElement).download).toBe('documentos-2026-11-21.csv')
  expect(calls.at(-1)?.body).toEqual({ format: 'csv', rows: 'lines', ids: ['a', 'b'] })
})
