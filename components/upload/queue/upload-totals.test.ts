import { describe, expect, it } from 'vitest'
import type { UploadItem, UploadPhase } from '../transfer/upload-item'
import { countUploads } from './upload-totals'

const item = (phase: UploadPhase, more: Partial<UploadItem> = {}): UploadItem => ({
  id: 'a',
  batch: 1,
  file: null,
  name: 'a.pdf',
  bytes: 100,
  contentType: 'application/pdf',
  pages: 2,
  options: { stepId: 's', metadata: {} },
  allowDuplicate: false,
  sha256: null,
  receipt: null,
  keptId: null,
  phase,
  ...more,
})

describe('countUploads', () => {
  it('counts progress over what is going up and what arrived', () => {
    const totals = countUploads([
      item({ kind: 'received', documentId: 'd' }),
      item({ kind: 'sending', sentBytes: 40, isInterrupted: false }),
      item({ kind: 'queued' }, { bytes: 60 }),
    ])
    expect(totals).toMatchObject({ totalBytes: 260, sentBytes: 140, busy: 2, received: 1, pages: 6 })
  })

  it('leaves refused and cancelled files out of bytes and pages', () => {
    const totals = countUploads([
      item({ kind: 'refused', problem: { code: 'upload.empty' } }),
      item({ kind: 'cancelled' }),
      item({ kind: 'queued' }),
    ])
    expect(totals).toMatchObject({ files: 3, refused: 1, cancelled: 1, totalBytes: 100, pages: 2 })
  })

  it('does not count what is left over from an earlier visit as a file of this one', () => {
    const totals = countUploads([item({ kind: 'unfinished', sentBytes: 50, upload: null })])
    expect(totals).toMatchObject({ files: 0, unfinished: 1, totalBytes: 0, ratio: 0 })
  })
})
