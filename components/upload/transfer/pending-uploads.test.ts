// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { loadPending, savePending } from './pending-uploads'
import type { UploadItem, UploadPhase } from './upload-item'

afterEach(() => sessionStorage.clear())

const item = (name: string, phase: UploadPhase): UploadItem => ({
  id: name,
  batch: 1,
  file: new File(['x'], name),
  name,
  bytes: 1,
  contentType: 'application/pdf',
  pages: 1,
  options: { stepId: 'step', metadata: { order: '7' } },
  allowDuplicate: false,
  sha256: null,
  receipt: null,
  keptId: null,
  phase,
})

describe('pending uploads', () => {
  it('files that had not begun to go up are named after a reload, with their step', () => {
    savePending([
      item('queued.pdf', { kind: 'queued' }),
      item('going.pdf', { kind: 'sending', sentBytes: 1, isInterrupted: false }),
      item('there.pdf', { kind: 'received', documentId: 'd' }),
      item('bad.pdf', { kind: 'refused', problem: { code: 'upload.empty' } }),
    ])
    expect(loadPending([])).toEqual([
      expect.objectContaining({
        name: 'queued.pdf',
        options: { stepId: 'step', metadata: { order: '7' } },
        phase: { kind: 'unfinished', sentBytes: 0, upload: null },
      }),
    ])
  })

  it('a file of which the server has a part is not named a second time', () => {
    savePending([item('a.pdf', { kind: 'queued' })])
    const begun = { ...item('a.pdf', { kind: 'queued' }) }
    expect(loadPending([begun])).toEqual([])
  })

  it('when nothing is pending, nothing is kept from before', () => {
    savePending([item('a.pdf', { kind: 'queued' })])
    savePending([item('a.pdf', { kind: 'received', documentId: 'd' })])
    expect(loadPending([])).toEqual([])
  })

  it('a browser that keeps nothing names nothing, and holds nothing up', () => {
    const refuse = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    vi.stubGlobal('sessionStorage', { getItem: refuse, setItem: refuse, removeItem: refuse, clear: () => {} })
    savePending([item('a.pdf', { kind: 'queued' })])
    expect(loadPending([])).toEqual([])
    vi.unstubAllGlobals()
  })
})
