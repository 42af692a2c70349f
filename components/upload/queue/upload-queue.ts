import { maxPlace } from '@/lib/documents/batches/batch-place'
import type { DocumentSummary } from '@/lib/documents/model/schema'
import type { FileCheck } from '../transfer/check-file'
import { randomId } from '../transfer/random-id'
import type { Sending, SendRequest } from '../transfer/send-file'
import type { UnfinishedUpload } from '../transfer/unfinished-uploads'
import {
  canRetry,
  isBusy,
  type StoredUpload,
  type UploadItem,
  type UploadOptions,
  type UploadPhase,
} from '../transfer/upload-item'
import { toProblemPhase, type UploadResult } from '../transfer/upload-reply'
import { BatchGate, type OverQuotaBatch } from './batch-gate'
import { isUnfinishedOf, matchUnfinished } from './match-unfinished'
import type { UploadList } from './upload-list'

const checksAtOnce = 2
const sendsAtOnce = 3

export type UploadQueueParts = {
  check: (file: File) => Promise<FileCheck>
  send: (request: SendRequest) => Sending
  /** Pages that may still be sent this month; null without a quota, or where it cannot be known. */
  readPagesLeft: () => Promise<number | null>
  /** Asks the person whether a batch with more pages than are left shall be sent all the same. */
  confirmOverQuota: (batch: OverQuotaBatch) => Promise<boolean>
  /** Takes in a copy whose bytes the server still has. */
  allowDuplicate: (uploadUrl: string) => Promise<UploadResult>
  discard: (upload: StoredUpload) => Promise<void>
  onReceived: (document: DocumentSummary) => void
  /** Resolves when calls are this person's again. */
  whenSignedIn: () => Promise<void>
  /** SHA-256 in hex; null where the file cannot be read. */
  hash: (file: File) => Promise<string | null>
}

type Dropped = Pick<UploadItem, 'options' | 'batch' | 'receipt'> & { file: File }

/** A file of an earlier visit with its bytes. */
export type KeptUpload = Pick<
  UploadItem,
  'receipt' | 'file' | 'name' | 'bytes' | 'contentType' | 'pages' | 'options' | 'allowDuplicate' | 'keptId'
> & { isReleased: boolean }

/** From dropped files to received documents: check all, ask once where pages run out, send three at a time. */
export class UploadQueue {
  readonly #parts: UploadQueueParts
  readonly #list: UploadList
  readonly #sendings = new Map<string, Sending>()
  readonly #gate: BatchGate
  readonly #inCheck = new Set<string>()
  #batch = 0
  #isSignedOut = false

  constructor({ parts, list }: { parts: UploadQueueParts; list: UploadList }) {
    this.#parts = parts
    this.#list = list
    this.#gate = new BatchGate({ ...parts, list })
  }

  add({ files, options }: { files: readonly File[]; options: UploadOptions }): void {
    this.#forgetReceived()
    const batch = this.#newBatch()
    const batchId = randomId()
    for (const [index, file] of files.entries()) {
      const receipt = index < maxPlace ? { batchId, place: index + 1 } : null
      this.#list.put(this.#toItem({ file, options, batch, receipt }))
    }
    this.#checkNext()
  }

  /** Told twice, a leftover is listed once. */
  addUnfinished(uploads: readonly UnfinishedUpload[]): void {
    const isListed = (unfinished: UnfinishedUpload) =>
      this.#list.all().some(({ name, bytes }) => name === unfinished.name && bytes === unfinished.bytes)
    for (const unfinished of uploads.filter((one) => !isListed(one)))
      this.#list.put({
        keptId: null,
        ...unfinished,
        id: this.#list.nextId(),
        batch: 0,
        file: null,
        pages: null,
      })
  }

  /** What the browser kept goes on by itself, from where it was. */
  resume(uploads: readonly KeptUpload[]): void {
    if (uploads.length === 0) return
    const batch = this.#newBatch()
    for (const { isReleased, ...known } of uploads) {
      const phase: UploadPhase = { kind: isReleased && known.contentType ? 'queued' : 'checking' }
      this.#list.put({ ...known, id: this.#list.nextId(), batch, sha256: null, phase })
    }
    this.#checkNext()
    this.#sendNext()
  }

  /**
   * Files chosen again for those whose bytes are gone: each takes the place of the one with its name and size, and its
   * hash where that is known. Returns those that are none of them.
   */
  async addAgain(files: readonly File[]): Promise<File[]> {
    const batch = this.#newBatch()
    const others: File[] = []
    for (const file of files) {
      const item = await matchUnfinished({ items: () => this.#list.all(), file, hash: this.#parts.hash })
      if (item) this.#list.put({ ...item, file, batch, phase: { kind: 'checking' } })
      else others.push(file)
    }
    this.#checkNext()
    return others
  }

  /** Stops what is on its way; takes anything else off the list. */
  cancel(id: string): void {
    const item = this.#list.get(id)
    if (!item) return
    if (!isBusy(item)) {
      this.#remove(item)
      return
    }
    this.#sendings.get(id)?.cancel()
    this.#list.setPhase(id, { kind: 'cancelled' })
    this.#sendNext()
    void this.#releaseBatch(item.batch)
  }

  cancelAll(): void {
    // The last first, so that no queued file is started in between.
    for (const item of this.#list.all().filter(isBusy).reverse()) this.cancel(item.id)
  }

  retry(id: string): void {
    const item = this.#list.get(id)
    if (!item || !canRetry(item)) return
    this.#list.setPhase(id, { kind: item.contentType ? 'queued' : 'checking' })
    this.#checkNext()
    this.#sendNext()
  }

  retryFailed(): void {
    for (const item of this.#list.all()) if (item.phase.kind === 'failed') this.retry(item.id)
  }

  /** Takes a duplicate in although it is here already: from the bytes the server still has, else sent again. */
  async sendAnyway(id: string): Promise<void> {
    const item = this.#list.get(id)
    if (item?.phase.kind !== 'duplicate') return
    const { uploadUrl } = item.phase
    if (!uploadUrl) return this.#sendCopy(item)
    this.#list.setPhase(id, { kind: 'sending', sentBytes: item.bytes, isInterrupted: false })
    const { phase, document } = await this.#parts.allowDuplicate(uploadUrl)
    const isGone = phase.kind === 'failed' && phase.problem.code === 'upload.not_found'
    if (isGone && item.file) return this.#sendCopy(item)
    this.#list.setPhase(id, phase)
    if (document) this.#parts.onReceived(document)
  }

  #sendCopy(item: UploadItem): void {
    if (item.file) this.#list.put({ ...item, allowDuplicate: true, phase: { kind: 'queued' } })
    this.#sendNext()
  }

  /** Takes everything off the list that needs nothing any more. */
  clear(): void {
    for (const item of this.#list.all())
      if (!isBusy(item) && item.phase.kind !== 'unfinished') this.#list.remove(item.id)
  }

  /** Gives up everything left over from earlier visits. */
  discardUnfinished(): void {
    for (const item of this.#list.all()) if (item.phase.kind === 'unfinished') this.#remove(item)
  }

  wake(): void {
    for (const sending of this.#sendings.values()) sending.wake()
  }

  #newBatch(): number {
    this.#gate.announce(++this.#batch)
    return this.#batch
  }

  async #releaseBatch(batch: number): Promise<void> {
    await this.#gate.release(batch)
    this.#sendNext()
  }

  #toItem({ file, ...dropped }: Dropped): UploadItem {
    const unfinished = this.#list.all().find((item) => isUnfinishedOf({ item, file }))
    if (unfinished) this.#list.remove(unfinished.id)
    return {
      id: this.#list.nextId(),
      batch: dropped.batch,
      file,
      name: file.name,
      bytes: file.size,
      contentType: '',
      pages: null,
      options: unfinished?.options ?? dropped.options,
      receipt: unfinished?.receipt ?? dropped.receipt,
      allowDuplicate: unfinished?.allowDuplicate ?? false,
      sha256: unfinished?.sha256 ?? null,
      keptId: unfinished?.keptId ?? null,
      phase: { kind: 'checking' },
    }
  }

  #checkNext(): void {
    const waiting = this.#list.all().filter(({ phase }) => phase.kind === 'checking')
    for (const item of waiting.filter(({ id }) => !this.#inCheck.has(id))) {
      if (this.#inCheck.size >= checksAtOnce) return
      if (item.file) void this.#check({ item, file: item.file })
    }
  }

  async #check({ item, file }: { item: UploadItem; file: File }): Promise<void> {
    this.#inCheck.add(item.id)
    const check = await this.#parts.check(file).catch((): FileCheck => ({ problem: 'file_gone' }))
    this.#inCheck.delete(item.id)
    this.#checkNext()
    const current = this.#list.get(item.id)
    if (current?.phase.kind === 'checking')
      this.#list.put(
        'problem' in check
          ? { ...current, phase: toProblemPhase({ code: check.problem }) }
          : { ...current, ...check, phase: { kind: 'held' } },
      )
    await this.#releaseBatch(item.batch)
  }

  #sendNext(): void {
    if (this.#isSignedOut) return
    for (const item of this.#list.all()) {
      if (this.#sendings.size >= sendsAtOnce) return
      if (item.phase.kind === 'queued' && item.file) void this.#send({ item, file: item.file })
    }
  }

  async #send({ item, file }: { item: UploadItem; file: File }): Promise<void> {
    const { id } = item
    const show = (phase: UploadPhase) => {
      if (this.#list.get(id)?.phase.kind === 'sending') this.#list.setPhase(id, phase)
    }
    let sentBytes = 0
    let isRestarted = false
    const showSending = (isInterrupted: boolean) =>
      show({ kind: 'sending', sentBytes, isInterrupted, isRestarted })
    this.#list.setPhase(id, { kind: 'sending', sentBytes, isInterrupted: false })
    const sending = this.#parts.send({
      item,
      file,
      onProgress: (bytes) => {
        sentBytes = bytes
        showSending(false)
      },
      onInterrupted: () => showSending(true),
      onRestart: () => {
        sentBytes = 0
        isRestarted = true
        showSending(false)
      },
    })
    this.#sendings.set(id, sending)
    const { phase, document } = await sending.result
    this.#sendings.delete(id)
    if (isSignedOut(phase)) return this.#waitForSignIn(() => show({ kind: 'queued' }))
    show(phase)
    if (document) this.#parts.onReceived(document)
    this.#sendNext()
  }

  /** Sends nothing more until the sign-in; what was refused for want of it waits its turn, and goes on where it was. */
  async #waitForSignIn(requeue: () => void): Promise<void> {
    this.#isSignedOut = true
    requeue()
    await this.#parts.whenSignedIn()
    this.#isSignedOut = false
    this.#sendNext()
  }

  #remove(item: UploadItem): void {
    this.#list.remove(item.id)
    if (item.phase.kind === 'unfinished' && item.phase.upload) void this.#parts.discard(item.phase.upload)
  }

  /** A new drop into an idle tray begins a new count. */
  #forgetReceived(): void {
    if (this.#list.all().some(isBusy)) return
    for (const item of this.#list.all()) if (item.phase.kind === 'received') this.#list.remove(item.id)
  }
}

function isSignedOut(phase: UploadPhase): boolean {
  return phase.kind === 'failed' && phase.problem.code === 'auth.required'
}
