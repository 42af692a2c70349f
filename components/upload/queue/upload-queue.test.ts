import { describe, expect, it, vi } from 'vitest'
import type { FileCheck } from '../transfer/check-file'
import type { Sending, SendRequest } from '../transfer/send-file'
import type { UnfinishedUpload } from '../transfer/unfinished-uploads'
import type { UploadPhaseKind } from '../transfer/upload-item'
import type { UploadResult } from '../transfer/upload-reply'
import { UploadList } from './upload-list'
import { type KeptUpload, UploadQueue, type UploadQueueParts } from './upload-queue'

const options = { stepId: 'step', metadata: {} }
const files = (count: number) => Array.from({ length: count }, (_, at) => new File(['x'], `${at + 1}.pdf`))
const received: UploadResult = { phase: { kind: 'received', documentId: 'd' }, document: null }

const duplicate = (uploadUrl: string): UploadResult => ({
  phase: { kind: 'duplicate', documentId: 'd0', uploadUrl },
  document: null,
})

const unfinished: UnfinishedUpload = {
  name: '1.pdf',
  bytes: 1,
  contentType: 'application/pdf',
  options: { stepId: 'earlier', metadata: { order: '7' } },
  allowDuplicate: false,
  sha256: null,
  receipt: null,
  phase: { kind: 'unfinished', sentBytes: 0, upload: { storageKey: 'k', uploadUrl: '/api/uploads/1' } },
}

/** A queue whose files pass the check with two pages each and whose sendings end when the test says so. */
function openQueue(parts: Partial<UploadQueueParts> = {}) {
  const list = new UploadList()
  const sent: { request: SendRequest; end: (result: UploadResult) => void }[] = []
  const send = (request: SendRequest): Sending => {
    let end: (result: UploadResult) => void = () => {}
    const result = new Promise<UploadResult>((resolve) => {
      end = resolve
    })
    sent.push({ request, end })
    return { result, wake: vi.fn(), cancel: () => end({ phase: { kind: 'cancelled' }, document: null }) }
  }
  const queue = new UploadQueue({
    list,
    parts: {
      check: async (): Promise<FileCheck> => ({ contentType: 'application/pdf', pages: 2 }),
      send,
      readPagesLeft: async () => null,
      confirmOverQuota: async () => true,
      allowDuplicate: async () => received,
      discard: async () => {},
      onReceived: () => {},
      whenSignedIn: async () => {},
      hash: async () => null,
      ...parts,
    },
  })
  const kinds = () => list.all().map(({ phase }) => phase.kind)
  const settled = (expected: UploadPhaseKind[]) => vi.waitFor(() => expect(kinds()).toEqual(expected))
  return { queue, list, sent, kinds, settled }
}

describe('UploadQueue', () => {
  it('checked files start by themselves, three at a time, and the next follows when one ends', async () => {
    const { queue, sent, settled } = openQueue()
    queue.add({ files: files(4), options })
    await settled(['sending', 'sending', 'sending', 'queued'])
    sent[0]?.end(received)
    await settled(['received', 'sending', 'sending', 'sending'])
  })

  it('a file whose name had begun to arrive with other bytes goes up from the beginning, and says so', async () => {
    const { queue, list, sent, settled } = openQueue()
    queue.add({ files: files(1), options })
    await settled(['sending'])
    sent[0]?.request.onProgress(1)
    sent[0]?.request.onRestart()
    expect(list.all()[0]?.phase).toMatchObject({ kind: 'sending', sentBytes: 0, isRestarted: true })
    sent[0]?.request.onProgress(1)
    expect(list.all()[0]?.phase).toMatchObject({ kind: 'sending', sentBytes: 1, isRestarted: true })
  })

  it('a file that fails the check is refused beside the others and never sent', async () => {
    const { queue, sent, settled } = openQueue({
      check: async (file) =>
        file.name === '1.pdf'
          ? { problem: 'upload.password_protected' }
          : { contentType: 'image/png', pages: 1 },
    })
    queue.add({ files: files(2), options })
    await settled(['refused', 'sending'])
    expect(sent.map(({ request }) => request.item.name)).toEqual(['2.pdf'])
  })

  it('without a session files wait for the sign-in, then go on by themselves', async () => {
    let signIn = () => {}
    const whenSignedIn = () => new Promise<void>((resolve) => (signIn = resolve))
    const { queue, sent, settled } = openQueue({ whenSignedIn })
    queue.add({ files: files(4), options })
    await settled(['sending', 'sending', 'sending', 'queued'])
    sent[0]?.end({ phase: { kind: 'failed', problem: { code: 'auth.required' } }, document: null })
    sent[1]?.end(received)
    await settled(['queued', 'received', 'sending', 'queued'])
    expect(sent).toHaveLength(3)
    signIn()
    await settled(['sending', 'received', 'sending', 'sending'])
    expect(sent.slice(3).map(({ request }) => request.item.name)).toEqual(['1.pdf', '4.pdf'])
  })

  it('a batch beyond the pages left asks first and sends nothing when told no', async () => {
    const confirmOverQuota = vi.fn(async () => false)
    const { queue, sent, settled } = openQueue({ readPagesLeft: async () => 3, confirmOverQuota })
    queue.add({ files: files(2), options })
    await settled(['cancelled', 'cancelled'])
    expect(confirmOverQuota).toHaveBeenCalledExactlyOnceWith({ files: 2, pages: 4, pagesLeft: 3 })
    expect(sent).toHaveLength(0)
  })

  it('a batch within the pages left is sent without a question', async () => {
    const confirmOverQuota = vi.fn(async () => false)
    const { queue, settled } = openQueue({ readPagesLeft: async () => 4, confirmOverQuota })
    queue.add({ files: files(2), options })
    await settled(['sending', 'sending'])
    expect(confirmOverQuota).not.toHaveBeenCalled()
  })

  it('a second batch counts the pages of the first that are still going up', async () => {
    const confirmOverQuota = vi.fn(async () => true)
    const { queue, settled } = openQueue({ readPagesLeft: async () => 5, confirmOverQuota })
    queue.add({ files: files(2), options })
    await settled(['sending', 'sending'])
    queue.add({ files: files(1), options })
    await settled(['sending', 'sending', 'sending'])
    expect(confirmOverQuota).toHaveBeenCalledExactlyOnceWith({ files: 1, pages: 2, pagesLeft: 1 })
  })

  it('a cancelled file makes room for the next and can be sent again', async () => {
    const { queue, list, settled } = openQueue()
    queue.add({ files: files(4), options })
    await settled(['sending', 'sending', 'sending', 'queued'])
    const first = list.all()[0]
    queue.cancel(first?.id ?? '')
    await settled(['cancelled', 'sending', 'sending', 'sending'])
    queue.retry(first?.id ?? '')
    await settled(['queued', 'sending', 'sending', 'sending'])
  })

  it('cancelling all stops what is going up and starts nothing of what waits', async () => {
    const { queue, sent, settled } = openQueue()
    queue.add({ files: files(5), options })
    await settled(['sending', 'sending', 'sending', 'queued', 'queued'])
    queue.cancelAll()
    await settled(['cancelled', 'cancelled', 'cancelled', 'cancelled', 'cancelled'])
    expect(sent).toHaveLength(3)
  })

  it('a duplicate is taken in when told to, from the bytes the server still has', async () => {
    const allowDuplicate = vi.fn(async () => received)
    const { queue, list, sent, settled } = openQueue({ allowDuplicate })
    queue.add({ files: files(1), options })
    await settled(['sending'])
    sent[0]?.end(duplicate('/api/uploads/1'))
    await settled(['duplicate'])
    void queue.sendAnyway(list.all()[0]?.id ?? '')
    await settled(['received'])
    expect(allowDuplicate).toHaveBeenCalledExactlyOnceWith('/api/uploads/1')
    expect(sent).toHaveLength(1)
  })

  it('a duplicate whose bytes are gone is sent again with leave for a copy', async () => {
    const gone: UploadResult = {
      phase: { kind: 'failed', problem: { code: 'upload.not_found' } },
      document: null,
    }
    const { queue, list, sent, settled } = openQueue({ allowDuplicate: async () => gone })
    queue.add({ files: files(1), options })
    await settled(['sending'])
    sent[0]?.end(duplicate('/api/uploads/1'))
    await settled(['duplicate'])
    void queue.sendAnyway(list.all()[0]?.id ?? '')
    await vi.waitFor(() => expect(sent).toHaveLength(2))
    expect(sent[1]?.request.item.allowDuplicate).toBe(true)
  })

  it('retrying all takes the failed files and leaves the refused ones', async () => {
    const { queue, sent, settled } = openQueue()
    queue.add({ files: files(2), options })
    await settled(['sending', 'sending'])
    sent[0]?.end({ phase: { kind: 'failed', problem: { code: 'line_lost' } }, document: null })
    sent[1]?.end({ phase: { kind: 'refused', problem: { code: 'upload.unreadable' } }, document: null })
    await settled(['failed', 'refused'])
    queue.retryFailed()
    await settled(['sending', 'refused'])
  })

  it('the same file chosen again takes the place and the step of what was left unfinished', async () => {
    const { queue, list, settled } = openQueue()
    queue.addUnfinished([unfinished])
    queue.add({ files: files(1), options })
    await settled(['sending'])
    expect(list.all()[0]?.options).toEqual({ stepId: 'earlier', metadata: { order: '7' } })
  })

  it('a leftover found twice is listed once, and discarding it gives it up on the server', () => {
    const discard = vi.fn(async () => {})
    const { queue, list } = openQueue({ discard })
    queue.addUnfinished([unfinished])
    queue.addUnfinished([unfinished])
    expect(list.all()).toHaveLength(1)
    queue.clear()
    expect(list.all()).toHaveLength(1)
    queue.discardUnfinished()
    expect(list.all()).toHaveLength(0)
    expect(discard).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ uploadUrl: '/api/uploads/1' }))
  })

  const kept = (name: string, isReleased: boolean): KeptUpload => ({
    file: new File(['x'], name),
    name,
    bytes: 1,
    contentType: 'application/pdf',
    pages: 2,
    options,
    allowDuplicate: false,
    keptId: name,
    receipt: null,
    isReleased,
  })

  it('what the browser kept goes on without a question; what had not been asked about is asked about', async () => {
    const confirmOverQuota = vi.fn(async () => false)
    const { queue, sent, settled } = openQueue({ readPagesLeft: async () => 0, confirmOverQuota })
    queue.resume([kept('released.pdf', true)])
    await settled(['sending'])
    expect(confirmOverQuota).not.toHaveBeenCalled()
    queue.resume([kept('new.pdf', false)])
    await settled(['sending', 'cancelled'])
    expect(sent.map(({ request }) => request.item.name)).toEqual(['released.pdf'])
  })

  it('files chosen again take the places of those with their name, size and hash; others are told', async () => {
    const hashes: Record<string, string> = { 'a.pdf': 'right', 'b.pdf': 'another' }
    const { queue, list, settled } = openQueue({ hash: async ({ name }) => hashes[name] ?? null })
    const missing = (name: string, sha256: string | null) => ({ ...unfinished, name, sha256 })
    queue.addUnfinished([missing('a.pdf', 'right'), missing('b.pdf', 'right'), missing('c.pdf', null)])
    const chosen = ['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf'].map((name) => new File(['x'], name))
    const others = await queue.addAgain(chosen)
    expect(others.map(({ name }) => name)).toEqual(['b.pdf', 'd.pdf'])
    await settled(['sending', 'unfinished', 'sending'])
    expect(list.all()[0]?.options).toEqual(unfinished.options)
  })

  it('a file that is gone from the disk is not tried again', async () => {
    const { queue, list, sent, settled } = openQueue()
    queue.add({ files: files(1), options })
    await settled(['sending'])
    sent[0]?.end({ phase: { kind: 'failed', problem: { code: 'file_gone' } }, document: null })
    await settled(['failed'])
    queue.retry(list.all()[0]?.id ?? '')
    expect(sent).toHaveLength(1)
  })
})
