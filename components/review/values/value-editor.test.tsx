// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Scalar } from '@/lib/documents/model/corrections'
import type { DocumentDetail } from '@/lib/documents/model/schema'
import { inSpanish, t } from '@/tests/support/render'
import { renderValues } from '@/tests/support/review'
import { later, refusal, stubServer } from '@/tests/support/stub-server'

const by = { id: 'usr_1', name: 'Ana' }
const at = '2026-11-21T12:00:00.000Z'
const result = {
  supplier: 'Acme',
  total: 1234.5,
  issued: '2026-03-01',
  paid: true,
  _evidence: { supplier: { page: 1, confidence: 0.4 } },
}

/** The document with values that a person put in the place of those read. */
const corrected = (
  values: Record<string, Scalar>,
  known: Partial<DocumentDetail> = {},
): Partial<DocumentDetail> => ({
  result,
  corrections: Object.fromEntries(
    Object.entries(values).map(([path, value]) => [
      path,
      { value, read: (result as Record<string, unknown>)[path] as Scalar, by, at },
    ]),
  ),
  ...known,
})

const pencil = (label: string) => screen.getByRole('button', { name: t('review.edit.open', { label }) })
const field = (label: string) => screen.getByLabelText<HTMLInputElement>(t('review.edit.field', { label }))

/** Opens the page on `known`; the server answers a change with `answer`. */
function openValues(answer: unknown, known: Partial<DocumentDetail> = { result }) {
  const calls = stubServer({ 'PUT /api/documents/doc_1/values': answer })
  const view = renderValues(known)
  const saved = (values: Record<string, Scalar>) => ({ ...view.document, ...corrected(values), version: 2 })
  return {
    ...view,
    calls,
    saved,
    bodies: () => calls.filter(({ method }) => method === 'PUT').map(({ body }) => body),
  }
}

test('Enter saves what was typed; the value shows it, who put it there and what was read', async () => {
  let saved: unknown
  const { user, bodies, saved: withValues } = openValues(() => saved)
  saved = withValues({ supplier: 'Acme Ltd' })
  await user.click(pencil('Supplier'))
  expect(document.activeElement).toBe(field('Supplier'))
  await user.clear(field('Supplier'))
  await user.keyboard('Acme Ltd{Enter}')
  expect(await screen.findByText('Acme Ltd')).toBeTruthy()
  expect(bodies()).toEqual([{ path: 'supplier', value: 'Acme Ltd', was: 'Acme' }])
  const flag = screen.getByText(t('review.value.corrected'))
  expect(flag.closest('[title^="Read as"]')?.getAttribute('title')).toContain(
    'Read as: Acme. Corrected by Ana',
  )
  expect(screen.queryByText(t('review.value.doubtful'))).toBeNull()
  expect(document.activeElement).toBe(pencil('Supplier'))
})

test('Escape and the cross leave the value as it was, with the keyboard at its button', async () => {
  const { user, calls } = openValues(undefined)
  await user.click(pencil('Supplier'))
  await user.keyboard(' more{Escape}')
  expect(screen.getByText('Acme')).toBeTruthy()
  expect(document.activeElement).toBe(pencil('Supplier'))
  await user.click(pencil('Supplier'))
  expect(field('Supplier').value).toBe('Acme')
  await user.click(screen.getByRole('button', { name: t('review.edit.cancel') }))
  expect(calls).toEqual([])
})

test('a value that was not changed is not sent', async () => {
  const { user, calls } = openValues(undefined)
  await user.click(pencil('Total'))
  expect(field('Total').value).toBe('1234.5')
  expect(field('Total').inputMode).toBe('decimal')
  await user.click(screen.getByRole('button', { name: t('review.edit.save') }))
  expect(pencil('Total')).toBeTruthy()
  expect(calls).toEqual([])
})

test('what is no number is told beside the field and not sent; a number is read as the reader writes it', async () => {
  const calls = stubServer({})
  const { user } = renderValues({ result }, { locale: 'es' })
  const name = inSpanish('review.edit.open', { label: 'Total' })
  await user.click(screen.getByRole('button', { name }))
  const input = screen.getByLabelText<HTMLInputElement>(inSpanish('review.edit.field', { label: 'Total' }))
  expect(input.value).toBe('1234,5')
  await user.clear(input)
  await user.keyboard('lots{Enter}')
  const problem = screen.getByRole('alert')
  expect(problem.textContent).toBe(inSpanish('review.edit.not_understood_number'))
  expect([input.getAttribute('aria-invalid'), input.getAttribute('aria-describedby')]).toEqual([
    'true',
    problem.id,
  ])
  await user.clear(input)
  await user.keyboard('1.250{Enter}')
  await waitFor(() => expect(calls[0]?.body).toEqual({ path: 'total', value: 1250, was: 1234.5 }))
})

test('an empty field means that there is no such value', async () => {
  const { user, bodies } = openValues(undefined)
  await user.click(pencil('Supplier'))
  await user.clear(field('Supplier'))
  await user.keyboard('{Enter}')
  await waitFor(() => expect(bodies()).toEqual([{ path: 'supplier', value: null, was: 'Acme' }]))
})

test('a day is chosen as a day, and yes or no from a list', async () => {
  const { user, bodies } = openValues(undefined)
  await user.click(pencil('Issued'))
  expect([field('Issued').type, field('Issued').value]).toEqual(['date', '2026-03-01'])
  await user.keyboard('{Escape}')
  await user.click(pencil('Paid'))
  const choice = field('Paid') as unknown as HTMLSelectElement
  expect([...choice.options].map(({ text }) => text)).toEqual([
    t('review.value.yes'),
    t('review.value.no'),
    t('review.value.not_found'),
  ])
  expect(choice.value).toBe('true')
  await user.selectOptions(choice, 'false')
  await user.click(screen.getByRole('button', { name: t('review.edit.save') }))
  await waitFor(() => expect(bodies()).toEqual([{ path: 'paid', value: false, was: true }]))
})

test('half a day is told beside the field and not sent as none', async () => {
  const { user, calls } = openValues(undefined)
  await user.click(pencil('Issued'))
  fireEvent.change(field('Issued'), { target: { value: '' } })
  Object.defineProperty(field('Issued'), 'validity', { value: { badInput: true } })
  await user.keyboard('{Enter}')
  expect(screen.getByRole('alert').textContent).toBe(t('review.edit.not_understood_date'))
  expect(calls).toEqual([])
})

test.each([
  [60, 'INPUT'],
  [61, 'TEXTAREA'],
])('text of %d letters is corrected in an %s', async (length, tag) => {
  const { user } = openValues(undefined, { result: { note: 'x'.repeat(length) } })
  await user.click(pencil('Note'))
  expect(field('Note').tagName).toBe(tag)
})

test('typing on and on does not change the field under the hands', async () => {
  const { user, bodies } = openValues(undefined)
  await user.click(pencil('Supplier'))
  await user.keyboard(`${'y'.repeat(60)}z{Enter}`)
  await waitFor(() => expect(bodies()).toMatchObject([{ value: `Acme${'y'.repeat(60)}z` }]))
})

test('in long text Shift and Enter make a new line, Enter alone saves', async () => {
  const { user, bodies } = openValues(undefined, { result: { note: 'x'.repeat(61) } })
  await user.click(pencil('Note'))
  await user.clear(field('Note'))
  await user.type(field('Note'), 'y'.repeat(61))
  await user.keyboard('{Shift>}{Enter}{/Shift}z')
  expect(bodies()).toEqual([])
  await user.keyboard('{Enter}')
  await waitFor(() =>
    expect(bodies()).toEqual([{ path: 'note', value: `${'y'.repeat(61)}\nz`, was: 'x'.repeat(61) }]),
  )
})

test('while it is saved nothing can be typed; what was refused stays, with the reason', async () => {
  const answer = later()
  const { user, client } = openValues(() => answer.answer)
  await user.click(pencil('Supplier'))
  await user.keyboard('!{Enter}')
  expect(field('Supplier').disabled).toBe(true)
  answer.resolve(refusal({ code: 'document.value_changed', message: 'Ben was quicker.' }))
  expect((await screen.findByRole('alert')).textContent).toBe('Ben was quicker.')
  expect(field('Supplier').value).toBe('Acme!')
  expect(field('Supplier').disabled).toBe(false)
  expect(client.getQueryState(['documents', 'detail', 'doc_1'])?.isInvalidated).toBe(true)
})

test('without a line what was typed stays as well', async () => {
  const { user } = openValues(undefined)
  await user.click(pencil('Supplier'))
  await user.keyboard('!{Enter}')
  expect((await screen.findByRole('alert')).textContent).toBe(t('problem.offline'))
})

test('a corrected value goes back to what was read', async () => {
  let saved: unknown
  const {
    user,
    bodies,
    saved: withValues,
  } = openValues(() => saved, corrected({ total: 99, supplier: 'Acme Ltd' }))
  saved = withValues({ supplier: 'Acme Ltd' })
  await user.click(pencil('Total'))
  await user.click(screen.getByRole('button', { name: t('review.edit.take_back', { value: '1,234.50' }) }))
  expect(await screen.findByText('1,234.50')).toBeTruthy()
  expect(bodies()).toEqual([{ path: 'total', value: 1234.5, was: 99 }])
})

test('what was half typed is there again after the page was left, until it is saved or given up', async () => {
  const { user, unmount } = openValues(null)
  await user.click(pencil('Supplier'))
  await user.clear(field('Supplier'))
  await user.keyboard('Acme L')
  unmount()
  const again = openValues(null)
  expect(field('Supplier').value).toBe('Acme L')
  expect(again.bodies()).toEqual([])
  await again.user.click(field('Supplier'))
  await again.user.keyboard('{Escape}')
  again.unmount()
  openValues(null)
  expect(pencil('Supplier')).toBeTruthy()
})

test('what was typed over another value, or is half a day, is not there again', async () => {
  const { user, unmount } = openValues(null)
  await user.click(pencil('Supplier'))
  await user.keyboard('!')
  await user.click(pencil('Issued'))
  Object.defineProperty(field('Issued'), 'validity', { value: { badInput: true } })
  fireEvent.change(field('Issued'), { target: { value: '' } })
  unmount()
  openValues(null, corrected({ supplier: 'Acme & Sons' }))
  expect(screen.getByText('Acme & Sons')).toBeTruthy()
  expect(pencil('Supplier')).toBeTruthy()
  expect(pencil('Issued')).toBeTruthy()
})
