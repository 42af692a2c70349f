// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { inSpanish, renderDesk, t } from '@/tests/support/render'
import { createUploads, uploadItem } from '@/tests/support/uploads'
import type { UploadItem, UploadPhase } from '../transfer/upload-item'
import { UploadRow } from './upload-row'

const name = 'factura.pdf'

function openRow(
  phase: UploadPhase,
  { locale = 'en' as 'en' | 'es', ...known }: Partial<UploadItem> & { locale?: 'en' | 'es' } = {},
) {
  const item = uploadItem(phase, known)
  const uploads = createUploads([item])
  const row = (
    <main id="content" tabIndex={-1}>
      <ul>
        <li>
          <UploadRow item={item} />
        </li>
        <li>
          <button type="button">next row</button>
        </li>
      </ul>
    </main>
  )
  return { ...renderDesk(row, { locale, uploads }), ...uploads }
}
const button = (key: Parameters<typeof t>[0]) => screen.queryByRole('button', { name: t(key, { name }) })

describe('UploadRow', () => {
  it('progress is spoken with what happens and how far it is', () => {
    openRow({ kind: 'sending', sentBytes: 250_000, isInterrupted: false })
    const bar = screen.getByRole('progressbar', { name: 'Progress of factura.pdf' })
    expect(bar.getAttribute('aria-valuetext')).toBe('Uploading 25%')
  })

  it('a file that is sent from the beginning because another of its name had begun says so', () => {
    openRow({ kind: 'sending', sentBytes: 0, isInterrupted: false, isRestarted: true }, { locale: 'es' })
    expect(screen.getByText(inSpanish('row.restarted'))).toBeDefined()
  })

  it('a duplicate links to the first copy and can be sent anyway', async () => {
    const { queue, user } = openRow({ kind: 'duplicate', documentId: 'doc_1', uploadUrl: '/api/uploads/1' })
    const sendAnyway = vi.spyOn(queue, 'sendAnyway').mockResolvedValue()
    expect(screen.getByRole('link', { name: 'Open the first copy' }).getAttribute('href')).toBe(
      '/documents/doc_1',
    )
    await user.click(button('row.duplicate.send_name') as HTMLElement)
    expect(sendAnyway).toHaveBeenCalledWith('upload-1')
  })

  it('a duplicate that may not be seen is not linked; one whose bytes are nowhere cannot be sent', () => {
    openRow({ kind: 'duplicate', documentId: null, uploadUrl: null }, { file: null })
    expect(screen.queryByRole('link')).toBeNull()
    expect(button('row.duplicate.send_name')).toBeNull()
  })

  it('a row taken off the list leaves the keyboard at the next', async () => {
    const { user, list } = openRow({ kind: 'cancelled' })
    await user.click(button('row.dismiss') as HTMLElement)
    expect(document.activeElement?.textContent).toBe('next row')
    expect(list.all()).toEqual([])
  })

  it('a file on its way is stopped and stays in the list', async () => {
    const { user, list } = openRow({ kind: 'queued' })
    expect(screen.getByText(t('row.queued'))).toBeTruthy()
    await user.click(button('row.cancel') as HTMLElement)
    expect(list.all().map(({ phase }) => phase.kind)).toEqual(['cancelled'])
  })

  it('a failed file is tried again', async () => {
    const { user, queue } = openRow({ kind: 'failed', problem: { code: 'line_lost' } })
    const retry = vi.spyOn(queue, 'retry')
    await user.click(button('row.retry') as HTMLElement)
    expect(retry).toHaveBeenCalledExactlyOnceWith('upload-1')
  })

  it('who has been signed out signs in on another page, so that the chosen files stay', () => {
    openRow({ kind: 'failed', problem: { code: 'auth.required' } })
    const link = screen.getByRole('link', { name: t('login.submit') })
    expect([link.getAttribute('href'), link.getAttribute('target')]).toEqual(['/login', '_blank'])
  })

  it('an unfinished upload says how far it came', () => {
    openRow({
      kind: 'unfinished',
      sentBytes: 400_000,
      upload: { storageKey: 'k', uploadUrl: '/api/uploads/1' },
    })
    expect(screen.getByText(t('row.unfinished.sent', { sent: '400 kB', total: '1 MB' }))).toBeTruthy()
  })

  it('of an upload that had not begun nothing is said to have arrived', () => {
    openRow({ kind: 'unfinished', sentBytes: 0, upload: null })
    expect(screen.queryByText(/uploaded/)).toBeNull()
  })

  it('a file whose bytes have all arrived says that it is being checked', () => {
    openRow({ kind: 'sending', sentBytes: 1_000_000, isInterrupted: false })
    expect(screen.getByText(t('row.settling'))).toBeTruthy()
  })

  it('a line that was interrupted says that it goes on by itself', () => {
    openRow({ kind: 'sending', sentBytes: 1, isInterrupted: true }, { locale: 'es' })
    expect(screen.getByText(inSpanish('uploads.interrupted'))).toBeTruthy()
    expect(screen.queryByRole('progressbar')).toBeNull()
  })

  it.each([
    [3, '1 MB · 3 pages'],
    [null, '1 MB'],
  ])('with %s pages counted it says %s', (pages, facts) => {
    openRow({ kind: 'checking' }, { pages })
    expect(screen.getByText(facts)).toBeTruthy()
  })
})
