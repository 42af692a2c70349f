import { vi } from 'vitest'
import type { Uploads } from '@/components/upload/queue/upload-context'
import { UploadList } from '@/components/upload/queue/upload-list'
import { UploadQueue, type UploadQueueParts } from '@/components/upload/queue/upload-queue'
import type { UploadChoices } from '@/components/upload/queue/use-upload-options'
import type { UploadItem, UploadPhase } from '@/components/upload/transfer/upload-item'

export function uploadItem(phase: UploadPhase, known: Partial<UploadItem> = {}): UploadItem {
  return {
    id: 'upload-1',
    batch: 1,
    file: new File(['x'], known.name ?? 'factura.pdf'),
    name: 'factura.pdf',
    bytes: 1_000_000,
    contentType: 'application/pdf',
    pages: 3,
    options: { stepId: 'step', metadata: {} },
    allowDuplicate: false,
    sha256: null,
    receipt: null,
    keptId: null,
    phase,
    ...known,
  }
}

/** Uploads as the provider hands them down: a real list with `items`, and a queue that sends nothing. */
export function createUploads(items: UploadItem[] = [], choices: Partial<UploadChoices> = {}) {
  const list = new UploadList()
  for (const item of items) list.put(item)
  const never = () => Promise.reject(new Error('not in this test'))
  const parts: UploadQueueParts = {
    check: never,
    send: () => ({ result: new Promise(() => {}), wake: () => {}, cancel: () => {} }),
    readPagesLeft: never,
    confirmOverQuota: never,
    allowDuplicate: never,
    discard: vi.fn(async () => {}),
    onReceived: () => {},
    whenSignedIn: async () => {},
    hash: never,
  }
  const step = { id: 'step', name: 'Invoices' }
  return {
    personId: 'usr_1',
    list,
    queue: new UploadQueue({ list, parts }),
    choices: {
      steps: [step],
      status: 'success',
      step,
      chooseStep: vi.fn(),
      details: [],
      setDetails: vi.fn(),
      readOptions: async () => ({ stepId: 'step', metadata: {} }),
      ...choices,
    },
    addFiles: vi.fn(async () => {}),
    chooseFiles: vi.fn(),
    chooseFolder: vi.fn(),
    chooseAgain: vi.fn(),
  } satisfies Uploads
}
