// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, test, vi } from 'vitest'
import type { DocumentSummary } from '@/lib/documents/model/schema'
import { documentSummary } from '@/tests/support/document-summary'
import { inSpanish, renderDesk, t } from '@/tests/support/render'
import { refusal, stubServer } from '@/tests/support/stub-server'
import { createUploads } from '@/tests/support/uploads'
import { LiveDocuments } from './live-documents'

const documents = [
  documentSummary({ id: 'a', name: 'acme.pdf', state: 'done', toReview: 1 }),
  documentSummary({ id: 'b', name: 'beta.pdf', state: 'failed', pages: 4 }),
  documentSummary({ id: 'c', name: 'gamma.pdf', state: 'failed', pages: 5 }),
  documentSummary({ id: 'd', name: 'delta.pdf', state: 'processing' }),
]

function openDesk({
  shown = documents as DocumentSummary[] | undefined,
  path = '/',
  locale = 'en' as 'en' | 'es',
  answers = {},
} = {}) {
  const calls = stubServer({
    'GET /api/documents': shown && { documents: shown, nextCursor: null },
    'GET /api/documents/usual-times': { times: {} },
    ...answers,
  })
  const uploads = createUploads()
  return { ...renderDesk(<LiveDocuments />, { path, uploads, locale }), calls, uploads }
}
const names = () =>
  screen
    .queryAllByRole('heading', { level: 3 })
    .map((name) => name.querySelector('[title]')?.getAttribute('title'))
const counter = (name: RegExp) => screen.getByRole('button', { name })

test('the cards stand in a list that knows its length, newest first', async () => {
  openDesk()
  const list = await screen.findByRole('list', { name: t('cards.label') })
  const items = within(list)
    .getAllByRole('listitem')
    .filter((item) => item.hasAttribute('aria-setsize'))
  expect(
    items.map((item) => [item.getAttribute('aria-posinset'), item.getAttribute('aria-setsize')]),
  ).toEqual([
    ['1', '4'],
    ['2', '4'],
    ['3', '4'],
    ['4', '4'],
  ])
  expect(names()).toEqual(['acme.pdf', 'beta.pdf', 'gamma.pdf', 'delta.pdf'])
})

describe('the counters', () => {
  it('are four, and say how many documents are where', async () => {
    openDesk()
    await screen.findByRole('list', { name: t('cards.label') })
    const group = screen.getByRole('group', { name: t('cards.filter.label') })
    expect(
      within(group)
        .getAllByRole('button')
        .map((button) => button.textContent),
    ).toEqual([
      `${t('cards.filter.open')} 1`,
      `${t('cards.filter.review')} 1`,
      `${t('cards.filter.done')} 1`,
      `${t('cards.filter.failed')} 2`,
    ])
  })

  it('narrow the cards, keep the choice in the address, and let it go when pressed again', async () => {
    const { user } = openDesk()
    await screen.findByRole('list', { name: t('cards.label') })
    await user.click(counter(/^Failed/))
    expect(names()).toEqual(['beta.pdf', 'gamma.pdf'])
    expect(location.search).toBe('?state=failed')
    expect(counter(/^Failed/).getAttribute('aria-pressed')).toBe('true')
    await user.click(counter(/^Failed/))
    expect(location.search).toBe('')
    expect(names()).toHaveLength(4)
    await user.click(counter(/^To review/))
    expect(names()).toEqual(['acme.pdf'])
    await user.click(counter(/^To review/))
    expect(names()).toHaveLength(4)
  })

  it('are as the address says when the page is opened', async () => {
    openDesk({ path: '/?state=done' })
    await waitFor(() => expect(names()).toEqual(['acme.pdf']))
  })

  it('say how many of those in progress take longer than usual', async () => {
    const late = documentSummary({ id: 'l', state: 'processing', processingAt: '2026-01-01T00:00:00.000Z' })
    openDesk({ shown: [late, ...documents] })
    const open = await screen.findByRole('button', { name: /^In progress/ })
    expect(open.textContent).toContain(t('cards.filter.late', { count: 1 }))
  })

  it('count all documents, and not the newest alone, where there are more', async () => {
    const many = Array.from({ length: 500 }, (_, index) =>
      documentSummary({ id: `doc_${index}`, state: 'done' }),
    )
    openDesk({ shown: many, answers: { 'GET /api/documents/sums': { documents: 1240, sums: [] } } })
    expect(await screen.findByRole('button', { name: /^Done 1,240/ })).toBeTruthy()
  })
})

test('typing narrows by name; Escape empties the field, then leaves it', async () => {
  const { user } = openDesk()
  const field = await screen.findByRole<HTMLInputElement>('searchbox', { name: t('cards.filter.text') })
  await user.keyboard('/')
  expect(document.activeElement).toBe(field)
  await user.type(field, 'GAM')
  expect(names()).toEqual(['gamma.pdf'])
  expect(location.search).toBe('?q=GAM')
  await user.keyboard('{Escape}')
  expect(field.value).toBe('')
  expect(names()).toHaveLength(4)
  expect(document.activeElement).toBe(field)
  await user.keyboard('{Escape}')
  expect(document.activeElement).toBe(document.body)
})

test('a filter that no card matches says so and can be cleared', async () => {
  const { user } = openDesk({ path: '/?q=nothing&state=done', locale: 'es' })
  expect(await screen.findByText(inSpanish('cards.none'))).toBeTruthy()
  await user.click(screen.getByRole('button', { name: inSpanish('table.filter.clear') }))
  expect(names()).toHaveLength(4)
  expect(location.search).toBe('')
})

test('the failed ones in sight are sent again together, and what became of it is told', async () => {
  const sent = [documentSummary({ id: 'b', state: 'waiting', version: 2 })]
  const { user, calls } = openDesk({
    answers: { 'POST /api/documents/retry': { documents: sent, refused: [], left: 0 } },
  })
  await user.click(await screen.findByRole('button', { name: t('cards.retry_failed', { count: 2 }) }))
  expect(screen.getByRole('alertdialog').textContent).toContain(
    t('table.bulk.confirm.retry_text', { pages: 9 }),
  )
  await user.click(screen.getByRole('button', { name: t('table.bulk.retry') }))
  expect(await screen.findByText(t('table.bulk.result.retry', { count: 1 }))).toBeTruthy()
  expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({ ids: ['b', 'c'] })
})

test('documents that did not load can be asked for again', async () => {
  const { user } = openDesk({
    shown: undefined,
    answers: { 'GET /api/documents': refusal({ message: 'Not now.' }) },
  })
  expect((await screen.findByRole('alert')).textContent).toContain('Not now.')
  stubServer({ 'GET /api/documents': { documents, nextCursor: null } })
  await user.click(screen.getByRole('button', { name: t('common.retry') }))
  await waitFor(() => expect(names()).toHaveLength(4))
})

test('while they load nothing is claimed', () => {
  openDesk()
  expect(screen.getByRole('region', { name: t('cards.title') }).getAttribute('aria-busy')).toBe('true')
  expect(screen.queryByText(t('cards.empty'))).toBeNull()
})

test.each([
  [499, false],
  [500, true],
])('of %d cards it is said that there are more: %s; only those in sight are drawn', async (count, isSaid) => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(190)
  const many = Array.from({ length: count }, (_, index) =>
    documentSummary({ id: `doc_${index}`, state: 'done' }),
  )
  openDesk({ shown: many })
  await screen.findByRole('list', { name: t('cards.label') })
  expect(screen.queryByText(new RegExp(t('cards.limit', { limit: 500 }))) !== null).toBe(isSaid)
  expect(names().length).toBeLessThan(20)
})

describe('before the first document', () => {
  it('there are samples that go the way of any file', async () => {
    const picture = new Response('x')
    const { user, uploads } = openDesk({ shown: [], answers: { 'GET /samples/receipt.jpg': picture } })
    await user.click(await screen.findByRole('button', { name: t('samples.receipt') }))
    await waitFor(() => expect(uploads.addFiles).toHaveBeenCalledOnce())
    const [[file]] = vi.mocked(uploads.addFiles).mock.calls[0] as unknown as [File[]]
    expect([file?.name, file?.type]).toEqual(['receipt.jpg', 'image/jpeg'])
  })

  it('a sample that does not load says so', async () => {
    const { user, uploads } = openDesk({
      shown: [],
      answers: { 'GET /samples/invoice.pdf': refusal({ status: 404 }) },
    })
    expect(await screen.findByText(t('cards.empty_hint'))).toBeTruthy()
    await user.click(screen.getByRole('button', { name: t('samples.invoice') }))
    expect((await screen.findByRole('alert')).textContent).toBe(t('samples.failed'))
    expect(uploads.addFiles).not.toHaveBeenCalled()
  })

  it('none can be sent where there is no step', async () => {
    stubServer({ 'GET /api/documents': { documents: [], nextCursor: null } })
    renderDesk(<LiveDocuments />, { uploads: createUploads([], { step: undefined }) })
    const sample = await screen.findByRole<HTMLButtonElement>('button', { name: t('samples.receipt') })
    expect(sample.disabled).toBe(true)
  })
})
