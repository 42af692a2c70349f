// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Batch, BatchFile } from '@/lib/documents/batches/schema'
import { inSpanish, renderDesk, t } from '@/tests/support/render'
import { refusal, stubServer } from '@/tests/support/stub-server'
import { createUploads, uploadItem } from '@/tests/support/uploads'
import { ReceiptLink } from '../tray/receipt-link'
import { BatchList } from './batch-list'
import { BatchReceipt } from './batch-receipt'

const batch: Batch = {
  id: 'ab'.repeat(16),
  begunAt: '2026-11-21T10:00:00.000Z',
  person: { id: 'usr_1', name: 'Ana' },
  received: 61,
  refused: 2,
  duplicate: 1,
  bytes: 1_200_000,
  pages: 1234,
}
const file = (known: Partial<BatchFile>): BatchFile => ({
  place: 1,
  name: 'a.pdf',
  bytes: 10,
  sha256: 'cd'.repeat(32),
  pages: 1,
  outcome: 'received',
  code: null,
  message: null,
  at: '2026-11-21T10:00:05.000Z',
  documentId: 'doc_1',
  duplicateOf: null,
  canOpen: true,
  ...known,
})

test('a receipt says of each file how it ended and why, and leads to what is still there', async () => {
  const files = [
    file({}),
    file({ place: 2, name: 'gone.pdf', documentId: 'doc_2', canOpen: false }),
    file({
      place: 3,
      name: 'locked.pdf',
      outcome: 'refused',
      code: 'upload.x',
      message: 'It is locked.',
      documentId: null,
      sha256: null,
      pages: null,
    }),
    file({ place: 4, name: 'copy.pdf', outcome: 'duplicate', documentId: null, duplicateOf: 'doc_0' }),
  ]
  stubServer({ [`GET /api/batches/${batch.id}`]: { ...batch, files } })
  const { user } = renderDesk(<BatchReceipt batchId={batch.id} />)
  const rows = (await screen.findAllByRole('row')).slice(1)
  expect(rows.map((row) => within(row).queryByRole('link')?.getAttribute('href'))).toEqual([
    '/documents/doc_1',
    undefined,
    undefined,
    '/documents/doc_0',
  ])
  expect(rows[2]?.textContent).toContain(`${t('batch.outcome.refused')}It is locked.`)
  expect(rows[3]?.textContent).toContain(t('batch.outcome.duplicate'))
  expect(screen.getByText(/1,234 pages/).textContent).toContain(t('batch.received', { count: 61 }))
  await user.click(screen.getByRole('button', { name: t('table.export') }))
  const csv = screen.getByRole('menuitem', { name: t('export.format.csv') })
  expect(csv.getAttribute('href')).toBe(`/api/batches/${batch.id}/export?format=csv`)
})

test('a receipt that is not there, or another person’s, says so', async () => {
  stubServer({ [`GET /api/batches/${batch.id}`]: refusal({ status: 404, message: 'No such receipt.' }) })
  renderDesk(<BatchReceipt batchId={batch.id} />)
  expect(await screen.findByText('No such receipt.')).toBeTruthy()
})

test('the list leads to each receipt and counts how its files ended, in the reader’s language', async () => {
  stubServer({ 'GET /api/batches': { batches: [batch], nextCursor: null } })
  renderDesk(<BatchList withPeople />, { locale: 'es' })
  expect(await screen.findByText(/61 recibidos · 2 rechazados · 1 ya estaba aquí/)).toBeTruthy()
  expect(screen.getByRole('link').getAttribute('href')).toBe(`/batches/${batch.id}`)
  expect(screen.getByText('Ana')).toBeTruthy()
})

test('before the first batch the list says so', async () => {
  stubServer({ 'GET /api/batches': { batches: [], nextCursor: null } })
  renderDesk(<BatchList withPeople={false} />, { locale: 'es' })
  expect(await screen.findByText(inSpanish('batch.list.empty'))).toBeTruthy()
})

test('the line of uploads leads to the receipt of what ended, or to all where there are several', () => {
  const item = (batchId: string, kind: 'received' | 'queued') =>
    uploadItem(kind === 'received' ? { kind, documentId: 'd' } : { kind }, { receipt: { batchId, place: 1 } })
  const href = (items: ReturnType<typeof item>[]) => {
    const { unmount } = renderDesk(<ReceiptLink items={items} />, { uploads: createUploads() })
    const found = screen.queryByRole('link')?.getAttribute('href')
    unmount()
    return found
  }
  expect(href([item('a', 'queued')])).toBeUndefined()
  expect(href([item('a', 'received'), item('b', 'queued')])).toBe('/batches/a')
  expect(href([item('a', 'received'), item('b', 'received')])).toBe('/batches')
})
