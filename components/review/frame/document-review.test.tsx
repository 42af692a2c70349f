// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, test } from 'vitest'
import { documentRemovedQuery } from '@/lib/documents/queries'
import { documentSummary } from '@/tests/support/document-summary'
import { t } from '@/tests/support/render'
import { openPage, pageResult as result } from '@/tests/support/review'
import { later, refusal } from '@/tests/support/stub-server'

const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>('button', { name })
const question = () => within(screen.getByRole('alertdialog'))
const removeButton = () => button(`${t('review.action.delete')}: scan.png`)

test('the head says which document this is, how it stands, and the way back to the list it came from', () => {
  openPage()
  const head = screen.getByRole('heading', { level: 1 }).closest('header') as HTMLElement
  expect(head.textContent).toContain('Invoice · 3 pages · 10 bytes · Ana · Nov 21, 2026')
  expect(within(head).getByText(t('state.done'))).toBeTruthy()
  expect(screen.getByRole('link', { name: t('review.back') }).getAttribute('href')).toBe('/documents?q=acme')
})

test('the documents before and after it in that list are one click, or one key, away', async () => {
  const { user, router } = openPage()
  expect(screen.getByRole('link', { name: t('review.previous') }).getAttribute('href')).toBe(
    '/documents/doc_0',
  )
  expect(screen.getByRole('link', { name: t('review.next') }).getAttribute('href')).toBe('/documents/doc_2')
  await user.keyboard('[[')
  await user.keyboard(']')
  expect(router.push.mock.calls).toEqual([['/documents/doc_0'], ['/documents/doc_2']])
})

describe('what can be done', () => {
  it.each([
    ['done', { cancel: false, remove: true }],
    ['processing', { cancel: true, remove: true }],
    ['sending', { cancel: false, remove: false }],
    ['failed', { cancel: false, remove: true }],
  ] as const)('with a document that is %s: %j', (state, { cancel, remove }) => {
    openPage({ state, result: null })
    expect(screen.queryByRole('button', { name: t('review.action.cancel') }) !== null).toBe(cancel)
    expect(removeButton().disabled).toBe(!remove)
  })

  it('deleting asks first, says what stays, and goes on to the next document', async () => {
    const { user, router, calls, client } = openPage(
      {},
      { answers: { 'DELETE /api/documents/doc_1': documentSummary() } },
    )
    await user.click(removeButton())
    expect(question().getByText(t('review.confirm.delete', { name: 'scan.png' }))).toBeTruthy()
    await user.click(question().getByRole('button', { name: t('common.cancel') }))
    expect(calls).toEqual([])
    await user.click(removeButton())
    await user.click(question().getByRole('button', { name: t('review.confirm.delete_yes') }))
    await waitFor(() => expect(router.replace).toHaveBeenCalledExactlyOnceWith('/documents/doc_2'))
    expect(client.getQueryData(documentRemovedQuery('doc_1').queryKey)).toBe(true)
    expect(await screen.findByText(t('review.done.delete', { name: 'scan.png' }))).toBeTruthy()
  })

  it.each([
    ['processing', 'review.confirm.cancel_sent'],
    ['waiting', 'review.confirm.cancel_waiting'],
  ] as const)('cancelling one that is %s says what that costs', async (state, key) => {
    const cancelled = documentSummary({ state: 'cancelled', version: 2 })
    const { user, calls } = openPage(
      { state, result: null },
      { answers: { 'POST /api/documents/doc_1/cancel': cancelled } },
    )
    await user.click(button(t('review.action.cancel')))
    expect(question().getByText(t(key, { pages: 3 }))).toBeTruthy()
    await user.click(question().getByRole('button', { name: t('review.confirm.cancel_yes') }))
    expect(await screen.findByText(t('review.done.cancel'))).toBeTruthy()
    expect(calls.map(({ path }) => path)).toContain('/api/documents/doc_1/cancel')
  })

  it.each([
    ['failed', 'review.confirm.retry_text'],
    ['uncertain', 'review.confirm.retry_uncertain'],
  ] as const)('processing one again that is %s says what that may cost', async (state, text) => {
    const { user } = openPage(
      { state, result: null },
      { answers: { 'POST /api/documents/doc_1/retry': documentSummary() } },
    )
    await user.click(button(t('review.action.retry')))
    expect(question().getByText(t(text, { pages: 3 }))).toBeTruthy()
    await user.click(question().getByRole('button', { name: t('review.confirm.retry_yes') }))
    expect(await screen.findByText(t('review.done.retry'))).toBeTruthy()
  })

  it('what was refused stays on the page until the next try', async () => {
    const answer = later()
    const { user } = openPage({}, { answers: { 'DELETE /api/documents/doc_1': () => answer.answer } })
    await user.click(removeButton())
    await user.click(question().getByRole('button', { name: t('review.confirm.delete_yes') }))
    expect(removeButton().disabled).toBe(true)
    answer.resolve(refusal({ message: 'It is being sent.' }))
    expect((await screen.findByRole('alert')).textContent).toBe(`${t('review.refused')}It is being sent.`)
    expect(removeButton().disabled).toBe(false)
  })
})

describe('a person’s word that the values are in order', () => {
  const checked = { checkedAt: '2026-11-21T15:00:00.000Z', checkedBy: 'Ana', version: 2 }
  const path = 'PUT /api/documents/doc_1/checked'

  it('is given by a button, shown with whose it is, and taken back', async () => {
    const {
      user,
      calls,
      document: shown,
    } = openPage(
      {},
      {
        answers: {
          [path]: ({ body }: { body: unknown }) => ({
            ...shown,
            ...((body as { checked: boolean }).checked ? checked : { version: 3 }),
          }),
        },
      },
    )
    await user.click(button(t('review.check.mark')))
    const words = await screen.findByText(/Checked by Ana/)
    expect(words.textContent?.replaceAll(/\s/g, ' ')).toContain('Nov 21, 2026, 12:00 PM')
    await user.click(button(t('review.check.undo')))
    expect(await screen.findByRole('button', { name: t('review.check.mark') })).toBeTruthy()
    expect(calls.map(({ body }) => body)).toEqual([{ checked: true }, { checked: false }])
  })

  it('by Ctrl and Enter leads on to the next document; one that is checked only leads on', async () => {
    const {
      user,
      router,
      calls,
      document: shown,
    } = openPage({}, { answers: { [path]: () => ({ ...shown, ...checked }) } })
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(router.push).toHaveBeenCalledExactlyOnceWith('/documents/doc_2'))
    await screen.findByText(/Checked by Ana/)
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(router.push).toHaveBeenCalledTimes(2)
    expect(calls).toHaveLength(1)
  })

  it('is sent behind a correction that waits, which would take it back', async () => {
    const corrected = later()
    const {
      user,
      calls,
      document: shown,
    } = openPage(
      { result: { lines: [{ item: 'Pen', amount: 10 }] } },
      {
        answers: {
          'PUT /api/documents/doc_1/values': () => corrected.answer,
          [path]: () => ({ ...shown, ...checked, version: 3 }),
        },
      },
    )
    const sent = () =>
      calls.filter(({ method }) => method === 'PUT').map((call) => call.path.split('/').at(-1))
    screen.getByRole('gridcell', { name: 'Pen' }).focus()
    await user.keyboard('Ink{Enter}{Control>}{Enter}{/Control}')
    expect(await screen.findByText(/Checked by Ana/)).toBeTruthy()
    expect(sent()).toEqual(['values'])
    corrected.resolve({ ...shown, version: 2 })
    await waitFor(() => expect(sent()).toEqual(['values', 'checked']))
  })

  it('is asked for only where there are values', () => {
    openPage({ state: 'failed', result: null })
    expect(screen.queryByRole('button', { name: t('review.check.mark') })).toBeNull()
  })

  it('that was not taken says why', async () => {
    const { user } = openPage({}, { answers: { [path]: refusal({ message: 'Somebody was quicker.' }) } })
    await user.click(button(t('review.check.mark')))
    expect(await screen.findByText('Somebody was quicker.')).toBeTruthy()
  })
})

test('what there is to save is offered: the original, and the values where there are any', async () => {
  const { user, unmount } = openPage()
  await user.click(button(t('review.action.download_of', { name: 'scan.png' })))
  const files = screen
    .getAllByRole('menuitem')
    .map((file) => [file.getAttribute('href'), file.getAttribute('download')])
  expect(files).toEqual([
    ['/api/documents/doc_1/original', 'scan.png'],
    ['/api/documents/doc_1/searchable.pdf', ''],
    ['/api/documents/doc_1/export?format=xlsx', ''],
    ['/api/documents/doc_1/export?format=json', ''],
    ['/api/documents/doc_1/export?format=csv', ''],
    ['/api/documents/doc_1/export?format=csv&rows=lines', ''],
  ])
  unmount()
  openPage({ state: 'failed', result: null, originalAvailable: false })
  expect(screen.queryByRole('button', { name: /^Download/ })).toBeNull()
})

test('beside the values stand the raw result, the history and the details', async () => {
  const known = {
    executionId: 'exec_1',
    metadata: { order: '7' },
    identification: { document_type: 'Invoice', confidence: 0.9 },
    confirmedAt: '2026-11-21T10:00:05.000Z',
    confirmedBy: 'webhook' as const,
  }
  const { user } = openPage(known)
  expect(screen.getByText('Acme')).toBeTruthy()
  await user.click(screen.getByRole('tab', { name: t('review.tab.json') }))
  const json = screen.getByRole('region', { name: t('review.json.label') })
  expect(JSON.parse(json.textContent ?? '')).toEqual(result)
  await user.click(button(t('review.json.copy')))
  expect(await navigator.clipboard.readText()).toBe(JSON.stringify(result, null, 2))
  await user.click(screen.getByRole('tab', { name: t('review.tab.history') }))
  expect(screen.getByText(t('review.history.none'))).toBeTruthy()
  await user.click(screen.getByRole('tab', { name: t('review.tab.details') }))
  const fact = (key: Parameters<typeof t>[0]) => screen.getByText(t(key)).nextElementSibling?.textContent
  expect(fact('review.details.file')).toBe('scan.png10 bytes · image/png')
  expect(fact('review.details.identified')).toBe('Invoice · 90%')
  expect(fact('review.details.execution')).toBe('exec_1')
  expect(fact('review.details.metadata')).toContain('"order": "7"')
  expect(fact('review.details.confirmed')).toMatch(/ago$/)
  await user.click(button(t('review.value.copy', { label: t('review.details.sha') })))
  expect(await navigator.clipboard.readText()).toBe('ab'.repeat(32))
})

test('what is not known of a document is not among its details', async () => {
  const { user } = openPage({ state: 'processing', result: null, finishedAt: null })
  await user.click(screen.getByRole('tab', { name: t('review.tab.details') }))
  for (const key of ['finished', 'identified', 'execution', 'confirmed'] as const)
    expect(screen.queryByText(t(`review.details.${key}`))).toBeNull()
  expect(screen.getByText(t('review.details.metadata_none'))).toBeTruthy()
  await user.click(screen.getByRole('tab', { name: t('review.tab.json') }))
  expect(screen.getByText(t('review.json.none'))).toBeTruthy()
})

test('on a narrow screen one pane is seen at a time; asking for a value’s place shows the original', async () => {
  const evidence = { total: { page: 1, box: [0, 0, 0.1, 0.1], confidence: 0.9 } }
  const { user } = openPage({ result: { ...result, _evidence: evidence } })
  const original = () => screen.queryByAltText(t('review.viewer.label', { name: 'scan.png' }))
  expect(original()).toBeNull()
  await user.click(screen.getByRole('button', { name: /^Total: 12.50/ }))
  expect(original()).toBeTruthy()
  expect(screen.getByRole('radio', { name: t('review.pane.original') }).getAttribute('aria-checked')).toBe(
    'true',
  )
  await user.click(screen.getByRole('radio', { name: t('review.pane.values') }))
  expect(original()?.closest('[hidden]')).toBeTruthy()
})

test('on a wide screen both panes are there, with a handle between them', () => {
  openPage({}, { isWide: true })
  expect(screen.getByAltText(t('review.viewer.label', { name: 'scan.png' }))).toBeTruthy()
  expect(screen.getByText('Acme')).toBeTruthy()
  expect(screen.getByRole('separator', { name: t('review.resize') })).toBeTruthy()
})
