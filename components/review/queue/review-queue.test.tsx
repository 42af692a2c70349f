// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { documentDetailQuery } from '@/lib/documents/queries'
import { documentDetail } from '@/tests/support/document-summary'
import { t } from '@/tests/support/render'
import { by, claim, field, openQueue, result, supplier, total } from '@/tests/support/review-queue'
import { refusal } from '@/tests/support/stub-server'

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

/** One finger from one place to another. */
function swipe(element: Element, by: { x: number; y: number }) {
  const at = (place: { x: number; y: number }) => ({ clientX: 200 + place.x, clientY: 300 + place.y })
  fireEvent.touchStart(element, { touches: [at({ x: 0, y: 0 })] })
  fireEvent.touchEnd(element, { touches: [], changedTouches: [at(by)] })
}

test('a swipe goes to the next field and back and decides nothing, and so do its buttons', async () => {
  const { user, sent } = openQueue([{ id: 'doc_1' }])
  swipe(await field(supplier), { x: -120, y: 10 })
  swipe(await field(total), { x: -120, y: 10 })
  swipe(await field(total), { x: 120, y: -20 })
  await field(supplier)
  await user.click(screen.getByRole('button', { name: t('review.queue.next_field') }))
  await field(total)
  await user.click(screen.getByRole('button', { name: t('review.queue.previous_field') }))
  await field(supplier)
  expect(sent()).toEqual([])
})

test('scrolling, pinching, a stroke from the edge and one over what was typed turn no field', async () => {
  const { user } = openQueue([{ id: 'doc_1' }])
  const here = await field(supplier)
  swipe(here, { x: -60, y: 200 })
  swipe(here, { x: -20, y: 0 })
  fireEvent.touchStart(here, {
    touches: [
      { clientX: 200, clientY: 0 },
      { clientX: 90, clientY: 0 },
    ],
  })
  fireEvent.touchEnd(here, { touches: [], changedTouches: [{ clientX: 20, clientY: 0 }] })
  fireEvent.touchStart(here, { touches: [{ clientX: 5, clientY: 0 }] })
  fireEvent.touchEnd(here, { touches: [], changedTouches: [{ clientX: 190, clientY: 0 }] })
  await user.keyboard('x')
  swipe(here, { x: -120, y: 0 })
  expect(await field(supplier)).toBe(here)
})
