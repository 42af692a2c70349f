// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { claim, field, openQueue, supplier, total } from '@/tests/support/review-queue'

test('what was typed and not decided is there again after a reload, until it is', async () => {
  const textOf = async () => ((await field(supplier)) as HTMLInputElement).value
  const first = openQueue([{ id: 'doc_half' }])
  await waitFor(async () => expect(document.activeElement).toBe(await field(supplier)))
  await first.user.keyboard('{Control>}a{/Control}Acme Lt')
  first.unmount()
  const second = openQueue([{ id: 'doc_half' }])
  expect(await textOf()).toBe('Acme Lt')
  await second.user.click(await field(supplier))
  await second.user.keyboard('d{Enter}')
  await waitFor(() =>
    expect(second.sent()).toContainEqual(['values', { path: 'supplier', value: 'Acme Ltd', was: 'Acme' }]),
  )
  second.unmount()
  openQueue([{ id: 'doc_half' }])
  expect(await textOf()).toBe('Acme')
})

test('what was pointed at and not decided is there again after a reload; half a day is not', async () => {
  const word = { text: '13.50', box: [0.5, 0.3, 0.1, 0.01], confidence: 1, source: 'text' }
  const page = { page: 1, width: 595, height: 842, words: [word] }
  const read = { issued: '2026-03-01', total: 12.5, _evidence: { issued: claim, total: claim } }
  const open = () =>
    openQueue([{ id: 'doc_pointed', result: read }], {
      answers: { 'GET /api/documents/doc_pointed/words': { pageCount: 1, pages: [page] } },
    })
  const day = () => screen.findByLabelText<HTMLInputElement>(/^Issued, 1 of 2/)
  const first = open()
  Object.defineProperty(await day(), 'validity', { value: { badInput: true } })
  fireEvent.change(await day(), { target: { value: '' } })
  first.unmount()
  const second = open()
  expect((await day()).value).toBe('2026-03-01')
  await second.user.click(await day())
  await second.user.keyboard('{Enter}')
  await field(total)
  await second.user.keyboard('{Alt>}{ArrowDown}{/Alt}')
  await waitFor(async () => expect(((await field(total)) as HTMLInputElement).value).toBe('13.5'))
  second.unmount()
  const third = open()
  await third.user.click(await day())
  await third.user.keyboard('{Enter}')
  expect(((await field(total)) as HTMLInputElement).value).toBe('13.5')
})
