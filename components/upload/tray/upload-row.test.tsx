// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { I18nProvider } from '@/components/shell/i18n'
import { TooltipProvider } from '@/components/ui/tooltip'
import { UploadContext } from '../queue/upload-context'
import { UploadList } from '../queue/upload-list'
import { UploadQueue } from '../queue/upload-queue'
import type { UploadItem, UploadPhase } from '../transfer/upload-item'
import { UploadRow } from './upload-row'

afterEach(cleanup)

const item = (phase: UploadPhase): UploadItem => ({
  id: 'upload-1',
  batch: 1,
  file: new File(['x'], 'factura.pdf'),
  name: 'factura.pdf',
  bytes: 1_000_000,
  contentType: 'application/pdf',
  pages: 3,
  options: { stepId: 's', metadata: {} },
  allowDuplicate: false,
  phase,
})

function openRow(phase: UploadPhase, locale: 'en' | 'es' = 'en') {
  const list = new UploadList()
  const never = () => Promise.reject(new Error('not in this test'))
  const queue = new UploadQueue({
    list,
    parts: {
      check: never,
      send: () => {
        throw new Error('not in this test')
      },
      readPagesLeft: never,
      confirmOverQuota: never,
      allowDuplicate: never,
      discard: never,
      onReceived: () => {},
    },
  })
  const chooseFiles = vi.fn()
  const choices = {
    steps: [],
    status: 'success' as const,
    step: undefined,
    chooseStep: () => {},
    details: [],
    setDetails: () => {},
    readOptions: never,
  }
  const around = ({ children }: { children: ReactNode }) => (
    <I18nProvider locale={locale} timeZone="America/Santiago">
      <TooltipProvider>
        <UploadContext value={{ list, queue, choices, chooseFiles, chooseFolder: () => {}, addFiles: never }}>
          {children}
        </UploadContext>
      </TooltipProvider>
    </I18nProvider>
  )
  render(
    <main id="content" tabIndex={-1}>
      <UploadRow item={item(phase)} />
    </main>,
    { wrapper: around },
  )
  return { queue, chooseFiles }
}

describe('UploadRow', () => {
  it('progress is spoken with what happens and how far it is', () => {
    openRow({ kind: 'sending', sentBytes: 250_000, isInterrupted: false })
    const bar = screen.getByRole('progressbar', { name: 'Progress of factura.pdf' })
    expect(bar.getAttribute('aria-valuetext')).toBe('Sending 25%')
  })

  it('a refusal stands beside the file with its reason, and there is nothing to retry', () => {
    openRow({ kind: 'refused', problem: { code: 'upload.password_protected' } }, 'es')
    expect(screen.getByText(/contraseña/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /Reintentar/ })).toBeNull()
  })

  it('the words of the server come before our own', () => {
    openRow({ kind: 'failed', problem: { code: 'storage.full', message: 'Disk full, says the server.' } })
    expect(screen.getByText(/Disk full, says the server/)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Try factura.pdf again' })).toBeTruthy()
  })

  it('a duplicate links to the first copy and can be sent anyway', async () => {
    const { queue } = openRow({ kind: 'duplicate', documentId: 'doc_1', uploadUrl: '/api/uploads/1' })
    const sendAnyway = vi.spyOn(queue, 'sendAnyway').mockResolvedValue()
    expect(screen.getByRole('link', { name: 'See the first copy' }).getAttribute('href')).toBe(
      '/documents/doc_1',
    )
    await userEvent.click(screen.getByRole('button', { name: 'Send factura.pdf anyway' }))
    expect(sendAnyway).toHaveBeenCalledWith('upload-1')
  })

  it('a row taken off the list leaves the focus in the page', async () => {
    openRow({ kind: 'cancelled' })
    await userEvent.click(screen.getByRole('button', { name: 'Take factura.pdf off the list' }))
    expect(document.activeElement?.id).toBe('content')
  })

  it('an unfinished upload says how far it came and asks for the same file', async () => {
    const { chooseFiles } = openRow({
      kind: 'unfinished',
      sentBytes: 400_000,
      upload: { storageKey: 'k', uploadUrl: '/api/uploads/1' },
    })
    expect(screen.getByText(/400 kB of 1 MB arrived before this page was closed/)).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Choose factura.pdf again to go on' }))
    expect(chooseFiles).toHaveBeenCalled()
  })
})
