// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { liveDocumentsQuery } from '@/lib/documents/queries'
import { documentSummary } from '@/tests/support/document-summary'
import { createClient, renderDesk, t } from '@/tests/support/render'
import { stubServer } from '@/tests/support/stub-server'
import { useUploads } from '../queue/upload-context'
import { type SendRequest, sendFile } from '../transfer/send-file'
import { findUnfinishedUploads } from '../transfer/unfinished-uploads'
import type { UploadResult } from '../transfer/upload-reply'
import { UploadProgress } from '../tray/upload-progress'
import { UploadProvider } from './upload-provider'

vi.mock('../transfer/send-file', () => ({ sendFile: vi.fn() }))
vi.mock('../transfer/unfinished-uploads', () => ({
  findUnfinishedUploads: vi.fn(async () => []),
  discardUnfinishedUpload: vi.fn(async () => {}),
}))

let sent: { request: SendRequest; end: (result: UploadResult) => void; wake: () => void }[] = []
const names = () => sent.map(({ request }) => request.item.name)

beforeEach(() => {
  sent = []
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600)
  vi.mocked(findUnfinishedUploads).mockResolvedValue([])
  vi.mocked(sendFile).mockImplementation((request) => {
    let end: (result: UploadResult) => void = () => {}
    const result = new Promise<UploadResult>((resolve) => {
      end = resolve
    })
    const wake = vi.fn()
    sent.push({ request, end, wake })
    return { result, wake, cancel: () => end({ phase: { kind: 'cancelled' }, document: null }) }
  })
})

function Page() {
  const { chooseFiles, chooseFolder } = useUploads()
  return (
    <>
      <button type="button" onClick={chooseFiles}>
        files
      </button>
      <button type="button" onClick={chooseFolder}>
        folder
      </button>
      <input aria-label="elsewhere" />
      <UploadProgress />
    </>
  )
}

function openDesk({ left = null as number | null, pending = 0 } = {}) {
  const resetsAt = '2026-12-01T03:00:00.000Z'
  const remaining = { timeZone: 'UTC', quota: left, used: 0, left, pending, level: 'calm', resetsAt }
  stubServer({
    'GET /api/steps': { steps: [{ id: 'inv', name: 'Invoices' }] },
    'GET /api/usage/remaining': remaining,
  })
  const client = createClient()
  client.setQueryData(liveDocumentsQuery.queryKey, { documents: [], nextCursor: null })
  const view = renderDesk(
    <UploadProvider personId="usr_1">
      <Page />
    </UploadProvider>,
    { client },
  )
  const inputs = view.container.querySelectorAll<HTMLInputElement>('input[type=file]')
  return { ...view, client, files: inputs[0] as HTMLInputElement, folder: inputs[1] as HTMLInputElement }
}
/** A picture by its bytes, whatever its name says: of one page. */
const file = (name: string, type = 'application/pdf') => new File(['GIF89a'], name, { type })
const transfer = (...files: File[]) => ({
  dataTransfer: {
    files,
    items: files.map((one) => ({ kind: 'file', type: one.type, getAsFile: () => one })),
    types: ['Files'],
  },
})

test('chosen files are checked and sent, to the step there is', async () => {
  const { user, files } = openDesk()
  await user.upload(files, [file('a.pdf'), file('b.pdf')])
  await waitFor(() => expect(names()).toEqual(['a.pdf', 'b.pdf']))
  expect(sent[0]?.request.item).toMatchObject({
    contentType: 'image/gif',
    pages: 1,
    options: { stepId: 'inv' },
  })
  expect(await screen.findByText(t('uploads.sending', { done: 0, files: 2 }))).toBeTruthy()
})

test('a folder is chosen as a folder, and what systems leave in it is not sent', async () => {
  const { user, folder } = openDesk()
  const click = vi.spyOn(folder, 'click')
  await user.click(screen.getByRole('button', { name: 'folder' }))
  expect(click).toHaveBeenCalledOnce()
  expect(folder.webkitdirectory).toBe(true)
  const left = ['.DS_Store', 'Thumbs.db', 'desktop.ini', '._a.pdf'].map((name) => file(name))
  await user.upload(folder, [...left, file('a.pdf'), file('my.DS_Store.pdf')])
  await waitFor(() => expect(names()).toEqual(['a.pdf', 'my.DS_Store.pdf']))
})

test('while files hover above the desk it says where they go; dropped, they are sent', async () => {
  openDesk()
  const page = screen.getByRole('button', { name: 'files' })
  await act(async () => void fireEvent.dragEnter(page, transfer(file('a.pdf'))))
  await act(async () => void fireEvent.dragOver(page, transfer(file('a.pdf'))))
  expect(await screen.findByText(t('upload.overlay.title'))).toBeTruthy()
  expect(await screen.findByText(t('upload.overlay.step', { step: 'Invoices' }))).toBeTruthy()
  await act(async () => void fireEvent.drop(page, transfer(file('a.pdf'))))
  expect(screen.queryByText(t('upload.overlay.title'))).toBeNull()
  await waitFor(() => expect(names()).toEqual(['a.pdf']))
})

test('pasted files are sent; pictures without a name of their own are called by the time', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 21, 15, 4) })
  openDesk()
  fireEvent.paste(document.body, {
    clipboardData: { files: [file('image.png', 'image/png'), file('a.pdf')] },
  })
  await waitFor(() => expect(sent).toHaveLength(2))
  const [picture, other] = names()
  expect(picture?.replaceAll(/\s/g, ' ')).toBe('Pasted Nov 21, 2026, 12-04 PM.png')
  expect(other).toBe('a.pdf')
})

test('pictures pasted within one minute get names that differ', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 21, 15, 4) })
  openDesk()
  const picture = () => file('image.png', 'image/png')
  fireEvent.paste(document.body, { clipboardData: { files: [picture(), picture()] } })
  await waitFor(() => expect(sent).toHaveLength(2))
  fireEvent.paste(document.body, { clipboardData: { files: [picture()] } })
  await waitFor(() => expect(sent).toHaveLength(3))
  expect(names().map((name) => name.replaceAll(/\s/g, ' '))).toEqual([
    'Pasted Nov 21, 2026, 12-04 PM.png',
    'Pasted Nov 21, 2026, 12-04 PM (2).png',
    'Pasted Nov 21, 2026, 12-04 PM (3).png',
  ])
})

test('a drop of text or a link is answered with what can be dropped; into a field, or within the page, it is left alone', async () => {
  openDesk()
  const page = screen.getByRole('button', { name: 'files' })
  const text = { dataTransfer: { files: [], items: [], types: ['text/uri-list', 'text/plain'] } }
  fireEvent.drop(screen.getByLabelText('elsewhere'), text)
  fireEvent.dragStart(page)
  fireEvent.drop(page, text)
  fireEvent.dragEnd(page)
  expect(screen.queryByText(t('upload.drop.other'))).toBeNull()
  expect(fireEvent.dragOver(page, text)).toBe(false)
  expect(fireEvent.drop(page, text)).toBe(false)
  expect(await screen.findByText(t('upload.drop.other'))).toBeTruthy()
  expect(sent).toEqual([])
})

test('what is pasted into a field stays in the field', async () => {
  openDesk()
  fireEvent.paste(screen.getByLabelText('elsewhere'), { clipboardData: { files: [file('a.pdf')] } })
  fireEvent.paste(document.body, { clipboardData: { files: [] } })
  await act(async () => {})
  expect(sent).toEqual([])
})

test.each([
  ['upload.question.yes', ['a.pdf']],
  ['upload.question.no', []],
] as const)('more pages than are left are asked about: %s', async (answer, expected) => {
  const { user, files } = openDesk({ left: 2, pending: 2 })
  await user.upload(files, file('a.pdf'))
  const question = await screen.findByRole('alertdialog')
  expect(question.textContent).toContain(t('upload.question.text', { files: 1, pages: 1, left: 0 }))
  await user.click(screen.getByRole('button', { name: t(answer) }))
  expect(screen.queryByRole('alertdialog')).toBeNull()
  if (expected.length === 0)
    expect(await screen.findByText(new RegExp(t('uploads.count.cancelled', { count: 1 })))).toBeTruthy()
  await waitFor(() => expect(names()).toEqual(expected))
})

test('a received file is a card at once', async () => {
  const { user, files, client } = openDesk()
  await user.upload(files, file('a.pdf'))
  await waitFor(() => expect(sent).toHaveLength(1))
  sent[0]?.end({ phase: { kind: 'received', documentId: 'doc_1' }, document: documentSummary() })
  await waitFor(() =>
    expect(client.getQueryData(liveDocumentsQuery.queryKey)?.documents.map(({ id }) => id)).toEqual([
      'doc_1',
    ]),
  )
})

test('the browser asks before the page is left while files are on their way, and not after', async () => {
  const { user, files } = openDesk()
  const leave = () => fireEvent(window, new Event('beforeunload', { cancelable: true }))
  expect(leave()).toBe(true)
  await user.upload(files, file('a.pdf'))
  await waitFor(() => expect(sent).toHaveLength(1))
  expect(leave()).toBe(false)
  await act(async () => sent[0]?.end({ phase: { kind: 'received', documentId: 'doc_1' }, document: null }))
  expect(leave()).toBe(true)
})

test('a browser back online does not wait for the next try', async () => {
  const { user, files } = openDesk()
  await user.upload(files, file('a.pdf'))
  await waitFor(() => expect(sent).toHaveLength(1))
  fireEvent(window, new Event('online'))
  expect(sent[0]?.wake).toHaveBeenCalledOnce()
})

test('what had not begun to go up when the page went away is named when it comes back, and what had is too', async () => {
  const { user, files, unmount } = openDesk()
  await user.upload(files, [file('a.pdf'), file('b.pdf'), file('c.pdf'), file('d.pdf')])
  await waitFor(() => expect(sent).toHaveLength(3))
  sent[0]?.request.onProgress(1)
  fireEvent(window, new Event('pagehide'))
  unmount()
  vi.mocked(findUnfinishedUploads).mockResolvedValue([
    {
      name: 'a.pdf',
      bytes: 6,
      contentType: 'application/pdf',
      options: { stepId: 'inv', metadata: {} },
      allowDuplicate: false,
      sha256: null,
      receipt: null,
      phase: { kind: 'unfinished', sentBytes: 1, upload: { storageKey: 'k', uploadUrl: '/api/uploads/1' } },
    },
  ])
  openDesk()
  expect(await screen.findByText(new RegExp(t('uploads.count.unfinished', { count: 4 })))).toBeTruthy()
})
