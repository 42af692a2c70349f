import { isBusy, sentBytesOf, type UploadItem } from '../transfer/upload-item'

export type UploadTotals = {
  files: number
  checking: number
  held: number
  queued: number
  sending: number
  received: number
  refused: number
  duplicate: number
  failed: number
  cancelled: number
  unfinished: number
  /** Checking, held, queued or sending. */
  busy: number
  interrupted: number
  /** Pages of everything not refused, as far as counted. */
  pages: number
  /** Bytes of what is being sent or was received, and how many of them arrived. */
  totalBytes: number
  sentBytes: number
  /** 0–1. */
  ratio: number
}

const none: UploadTotals = {
  files: 0,
  checking: 0,
  held: 0,
  queued: 0,
  sending: 0,
  received: 0,
  refused: 0,
  duplicate: 0,
  failed: 0,
  cancelled: 0,
  unfinished: 0,
  busy: 0,
  interrupted: 0,
  pages: 0,
  totalBytes: 0,
  sentBytes: 0,
  ratio: 0,
}

/** The figures of the tray: one pass over the rows, so that header and rows never disagree. */
export function countUploads(items: readonly UploadItem[]): UploadTotals {
  const totals = { ...none }
  for (const item of items) {
    totals[item.phase.kind] += 1
    if (item.phase.kind === 'unfinished') continue
    totals.files += 1
    if (item.phase.kind === 'sending' && item.phase.isInterrupted) totals.interrupted += 1
    const isGoing = isBusy(item)
    if (isGoing) totals.busy += 1
    if (!isGoing && item.phase.kind !== 'received') continue
    totals.pages += item.pages ?? 0
    totals.totalBytes += item.bytes
    totals.sentBytes += sentBytesOf(item)
  }
  totals.ratio = totals.totalBytes === 0 ? 0 : totals.sentBytes / totals.totalBytes
  return totals
}

/** Files that did not arrive and need a look. */
export function countTrouble({ failed, refused, duplicate }: UploadTotals): number {
  return failed + refused + duplicate
}
