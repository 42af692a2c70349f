// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { ShortcutProvider } from '@/components/shell/keys/shortcut-provider'
import { openItemsOf } from '@/lib/documents/attention/open-items'
import type { DocumentDetail } from '@/lib/documents/model/schema'
import { documentDetailQuery } from '@/lib/documents/queries'
import { documentDetail, documentSummary } from '@/tests/support/document-summary'
import { renderDesk, t } from '@/tests/support/render'
import { type Call, refusal, stubServer } from '@/tests/support/stub-server'
import { OutboxProvider } from '../outbox/outbox-provider'
import { type ReviewChange, withPending } from '../outbox/review-change'
import { ReviewQueue } from './review-queue'

beforeEach(() => {
  localStorage.clear()
  Element.prototype.scrollIntoView = () => {}
})

const claim = { page: 1, confidence: 0.4, text: 'printed' }
const result = {
  supplier: 'Acme',
  total: 12.5,
  _evidence: { supplier: claim, total: claim },
}
const role = 'uploader' as const
const by = { id: 'usr_1', name: 'Ana' }
let person = 0

/** What a call asks for, as the server does it. */
function toChange({ id, call: { path, body } }: { id: string; call: Call }): ReviewChange {
  const made = { key: '1', documentId: id, at: '2026-11-21T10:00:00.000Z' }
  const kind = path.endsWith('/values') ? 'correct' : path.endsWith('/checked') ? 'check' : 'confirm'
  return { kind, ...made, ...(body as object) } as ReviewChange
}

/** The queue of a person of their own, with documents handed out one after the other. */
function openQueue(
  documents: Partial<DocumentDetail>[],
  { answers = {}, locale = 'en' as 'en' | 'es', claimed = [] as unknown[] } = {},
) {
  const known = new Map(
    documents.map((one) => {
      const document = documentDetail({ result, originalAvailable: false, ...one })
      return [document.id, document]
    }),
  )
  const answer = (call: Call) => {
    const id = call.path.split('/')[3] ?? ''
    const before = known.get(id) ?? documentDetail()
    const after = withPending({ document: before, changes: [toChange({ id, call })], by })
    known.set(id, { ...after, version: before.version + 1 })
    return known.get(id)
  }
  const calls = stubServer({
    'GET /api/reviews': { documents: known.size, steps: [], suppliers: [], claimed },
    'POST /api/reviews/next': ({ body }: Call) => {
      const { without } = body as { without: string[] }
      return { document: [...known.values()].find(({ id }) => !without.includes(id)) ?? null }
    },
    ...Object.fromEntries(
      [...known.keys()].flatMap((id) =>
        ['confirmations', 'values', 'checked'].map((part) => [`PUT /api/documents/${id}/${part}`, answer]),
      ),
    ),
    'GET /api/steps': { steps: [] },
    ...answers,
  })
  person += 1
  const view = renderDesk(
    <ShortcutProvider role={role}>
      <OutboxProvider personId={`usr_${person}`}>
        <ReviewQueue person={by} />
      </OutboxProvider>
    </ShortcutProvider>,
    { locale, path: '/review', timeZone: 'UTC' },
  )
  const sent = () =>
    calls.flatMap(({ method, path, body }) =>
      method === 'PUT' && path.startsWith('/api/documents') ? [[path.split('/').at(-1), body]] : [],
    )
  const detailOf = (id: string) => known.get(id) ?? documentDetail()
  return { ...view, calls, sent, detailOf }
}
const field = (name: RegExp) => screen.findByRole('textbox', { name })
const supplier = /^Supplier, 1 of 2/
const total = /^Total, 2 of 2/

test('Enter says that the field is right and goes to the next; after the last the document is checked', async () => {
  const { user, sent } = openQueue([{ id: 'doc_1', name: 'one.pdf' }])
  await waitFor(async () => expect(document.activeElement).toBe(await field(supplier)))
  await user.keyboard('{Enter}')
  expect(document.activeElement).toBe(await field(total))
  await user.keyboard('{Enter}')
  await waitFor(() =>
    expect(sent()).toEqual([
      ['confirmations', { item: 'supplier', confirmed: true, was: 'Acme' }],
      ['confirmations', { item: 'total', confirmed: true, was: 12.5 }],
      ['checked', { checked: true }],
    ]),
  )
  expect(await screen.findByText(t('review.queue.empty'))).toBeTruthy()
})

test('typing replaces what was read; what cannot be understood stays and is said', async () => {
  const { user, sent } = openQueue([{ id: 'doc_1' }])
  await field(supplier)
  await user.keyboard('{Enter}')
  const typed = await field(total)
  await user.keyboard('a lot{Enter}')
  expect(screen.getByText(t('review.edit.not_understood_number'))).toBeTruthy()
  expect(document.activeElement).toBe(typed)
  await user.keyboard('{Control>}a{/Control}13{Enter}')
  await waitFor(() => expect(sent()).toContainEqual(['values', { path: 'total', value: 13, was: 12.5 }]))
})

test('Shift and Enter goes back, Alt and Enter says that it is not on the page', async () => {
  const { user, sent } = openQueue([{ id: 'doc_1' }])
  await field(supplier)
  await user.keyboard('{Enter}')
  await field(total)
  await user.keyboard('{Shift>}{Enter}{/Shift}')
  await waitFor(async () => expect(document.activeElement).toBe(await field(supplier)))
  await user.keyboard('{Alt>}{Enter}{/Alt}')
  await waitFor(() =>
    expect(sent()).toContainEqual(['values', { path: 'supplier', value: null, was: 'Acme' }]),
  )
})

test('an Enter that ends a composition decides nothing', async () => {
  const { sent } = openQueue([{ id: 'doc_1' }])
  const typed = await field(supplier)
  const press = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, isComposing: true })
  typed.dispatchEvent(press)
  expect(await field(supplier)).toBe(typed)
  expect(sent()).toEqual([])
})

test('an Enter that is held decides nothing more, neither in the field nor on its button', async () => {
  const { sent } = openQueue([{ id: 'doc_1' }])
  const typed = await field(supplier)
  const again = { key: 'Enter', repeat: true }
  const isLeft = fireEvent.keyDown(typed, again)
  const isLeftOnButton = fireEvent.keyDown(
    screen.getByRole('button', { name: t('review.queue.right') }),
    again,
  )
  expect([isLeft, isLeftOnButton]).toEqual([false, false])
  expect(await field(supplier)).toBe(typed)
  expect(sent()).toEqual([])
})

test('keys pressed in the menu of steps and in its question decide nothing', async () => {
  const steps = ['one', 'two'].map((name) => ({ id: `stp_${name}`, name }))
  const { user, sent } = openQueue([{ id: 'doc_1', nothingFound: true }], {
    answers: { 'GET /api/steps': { steps } },
  })
  await user.click(await screen.findByRole('button', { name: t('review.other_step') }))
  await user.keyboard('{ArrowDown}{Alt>}{Enter}{/Alt}')
  const yes = await screen.findByRole('button', { name: t('review.other_step.yes') })
  yes.focus()
  await user.keyboard('{Alt>}{Enter}{/Alt}')
  expect(await screen.findByLabelText(supplier)).toBeTruthy()
  expect(sent()).toEqual([])
})

test('half a day is told and decides nothing', async () => {
  const { user, sent } = openQueue([
    { id: 'doc_1', result: { issued: '2026-03-01', _evidence: { issued: claim } } },
  ])
  const day = await screen.findByLabelText<HTMLInputElement>(/^Issued, 1 of 1/)
  fireEvent.change(day, { target: { value: '' } })
  Object.defineProperty(day, 'validity', { value: { badInput: true } })
  await user.keyboard('{Enter}')
  expect(screen.getByText(t('review.edit.not_understood_date'))).toBeTruthy()
  expect(sent()).toEqual([])
})

test('a new attempt is reviewed from its own beginning', async () => {
  const { user, client, sent } = openQueue([{ id: 'doc_1' }])
  await field(supplier)
  await user.keyboard('{Enter}')
  await field(total)
  await waitFor(() => expect(sent()).toHaveLength(1))
  const again = documentDetail({
    id: 'doc_1',
    attempt: 2,
    originalAvailable: false,
    result: { number: 'F-1', total: 7, _evidence: { number: claim, total: claim } },
  })
  client.setQueryData(documentDetailQuery('doc_1').queryKey, again)
  await field(/^Number, 1 of 2/)
})

test('what a correction opens again is decided before the document is checked', async () => {
  const finding = {
    severity: 'error',
    code: 'custom.odd',
    fields: ['supplier', 'total'],
    values: {},
    message: 'Odd.',
  }
  const validation = { errors: { count: 1, messages: ['Odd.'] }, warnings: { count: 0, messages: [] } }
  const { user, sent } = openQueue([
    {
      id: 'doc_1',
      result: { supplier: 'Acme', total: 3, _evidence: { supplier: claim }, _validation: [finding] },
      validation,
      confirmations: { '_error.0': { by, at: '2026-11-21T10:00:00.000Z' } },
    },
  ])
  await field(/^Supplier, 1 of 1/)
  await user.keyboard('Bravo{Enter}')
  expect(await screen.findByRole('heading', { name: 'Odd.' })).toBeTruthy()
  expect(sent().map(([part]) => part)).not.toContain('checked')
})

test('a document sent to another step makes room for the next', async () => {
  const steps = ['one', 'two'].map((name) => ({ id: `stp_${name}`, name }))
  const { user } = openQueue(
    [
      { id: 'doc_1', nothingFound: true },
      { id: 'doc_2', result: { ...result, supplier: 'Bravo' } },
    ],
    {
      answers: {
        'GET /api/steps': { steps },
        'POST /api/documents/doc_1/retry': documentSummary({ id: 'doc_1', state: 'enqueued' }),
      },
    },
  )
  await user.click(await screen.findByRole('button', { name: t('review.other_step') }))
  await user.click(screen.getByRole('menuitem', { name: 'two' }))
  await user.click(await screen.findByRole('button', { name: t('review.other_step.yes') }))
  await waitFor(async () => expect((await field(supplier)).getAttribute('value')).toBe('Bravo'))
})

test('a finding is signed as printed so by the person, with the same key', async () => {
  const validation = {
    errors: { count: 1, messages: ['Odd.'] },
    warnings: { count: 0, messages: [] },
  }
  const { user, sent } = openQueue([{ id: 'doc_1', result: { total: 3 }, validation }])
  expect(await screen.findByText(t('review.queue.printed_hint', { name: 'Ana' }))).toBeTruthy()
  expect(screen.getByRole('heading', { name: 'Odd.' })).toBeTruthy()
  await user.keyboard('{Enter}')
  await waitFor(() => expect(sent()[0]).toEqual(['confirmations', { item: '_error.0', confirmed: true }]))
})

test('the next document is there at once; undoing brings the last one back with all that was decided of it', async () => {
  const { user, sent, detailOf } = openQueue([
    { id: 'doc_1', name: 'one.pdf' },
    { id: 'doc_2', name: 'two.pdf', result: { ...result, supplier: 'Bravo' } },
  ])
  await field(supplier)
  await waitFor(() => expect(screen.getAllByTitle(/pdf/)).toHaveLength(2))
  await user.keyboard('{Enter}')
  await field(total)
  await user.keyboard('13{Enter}')
  await waitFor(async () => expect((await field(supplier)).getAttribute('value')).toBe('Bravo'))
  await user.click(await screen.findByRole('button', { name: t('review.queue.undo') }))
  await waitFor(async () => expect((await field(supplier)).getAttribute('value')).toBe('Acme'))
  await waitFor(() =>
    expect(sent().slice(3)).toEqual([
      ['checked', { checked: false }],
      ['values', { path: 'total', value: 12.5, was: 13 }],
      ['confirmations', { item: 'supplier', confirmed: false }],
    ]),
  )
  expect(openItemsOf(detailOf('doc_1')).map(({ id }) => id)).toEqual(['supplier', 'total'])
})

test('who holds a document is told, and it is taken over only after asking', async () => {
  const held = { id: 'doc_9', name: 'held.pdf', by: { id: 'usr_b', name: 'Ben' } }
  const { user, calls } = openQueue([], {
    claimed: [held],
    answers: {
      'PUT /api/reviews/doc_9': { until: '2026-11-21T10:00:00.000Z' },
      'GET /api/documents/doc_9': documentDetail({ id: 'doc_9', result, originalAvailable: false }),
    },
  })
  await user.click(await screen.findByRole('button', { name: t('review.queue.claimed') }))
  await user.click(screen.getByRole('menuitem', { name: /held.pdf, Ben/ }))
  expect(calls.some(({ method }) => method === 'PUT')).toBe(false)
  await user.click(screen.getByRole('button', { name: t('review.queue.take_over') }))
  await field(supplier)
  expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({ takeOver: true })
})

test('a value that somebody else changed meanwhile is told and not overwritten; the document is not checked', async () => {
  const { user, sent } = openQueue([{ id: 'doc_1' }], {
    locale: 'es',
    answers: {
      'PUT /api/documents/doc_1/values': refusal({ code: 'document.value_changed', message: 'Cambió.' }),
      'GET /api/documents/doc_1': documentDetail({ id: 'doc_1', result, originalAvailable: false }),
    },
  })
  await field(/^Supplier, 1 de 2/)
  await user.keyboard('Acme Inc.{Enter}')
  expect(await screen.findByText('Cambió.')).toBeTruthy()
  await field(/^Total, 2 de 2/)
  expect(sent().map(([part]) => part)).toEqual(['values'])
})

test('a value that somebody else changes under the hands is shown and told before it is decided', async () => {
  const { user, client, sent } = openQueue([{ id: 'doc_1' }])
  await field(supplier)
  const { queryKey } = documentDetailQuery('doc_1')
  const correction = {
    value: 'Bravo',
    read: 'Acme',
    by: { id: 'usr_b', name: 'Ben' },
    at: '2026-11-21T10:00:00.000Z',
  }
  client.setQueryData(queryKey, (known) => known && { ...known, corrections: { supplier: correction } })
  await waitFor(async () => expect((await field(supplier)).getAttribute('value')).toBe('Bravo'))
  expect(screen.getByText(t('error.document.value_changed'))).toBeTruthy()
  await user.keyboard('{Enter}')
  await waitFor(() =>
    expect(sent()).toContainEqual(['confirmations', { item: 'supplier', confirmed: true, was: 'Bravo' }]),
  )
})

test('who leaves the queue leaves its documents to others', async () => {
  const { unmount, calls } = openQueue([{ id: 'doc_1' }, { id: 'doc_2' }])
  await field(supplier)
  await waitFor(() => expect(screen.getAllByTitle(/pdf/)).toHaveLength(2))
  unmount()
  const released = calls.filter(({ method }) => method === 'DELETE').map(({ path }) => path)
  expect(released).toEqual(['/api/reviews/doc_1', '/api/reviews/doc_2'])
})

test('of a finding about several values the wrong one is chosen and put right', async () => {
  const finding = {
    severity: 'error',
    code: 'totals.mismatch',
    fields: ['subtotal', 'total'],
    values: { subtotal: 10, total: 15 },
    message: 'Odd.',
  }
  const validation = {
    errors: { count: 1, messages: ['Odd.'] },
    warnings: { count: 0, messages: [] },
  }
  const { user, sent } = openQueue([
    { id: 'doc_1', result: { subtotal: 10, total: 15, _validation: [finding] }, validation },
  ])
  await field(/^Subtotal, 1 of 1/)
  await user.click(screen.getByRole('radio', { name: 'Total' }))
  await waitFor(async () => expect(document.activeElement).toBe(await field(/^Total, 1 of 1/)))
  await user.keyboard('10{Enter}')
  await waitFor(() =>
    expect(sent()).toEqual([
      ['values', { path: 'total', value: 10, was: 15 }],
      ['checked', { checked: true }],
    ]),
  )
})
