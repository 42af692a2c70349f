'use client'

import { createContext, useContext, useMemo, useSyncExternalStore } from 'react'
import type { UploadItem } from '../transfer/upload-item'
import type { UploadList } from './upload-list'
import type { UploadQueue } from './upload-queue'
import { countUploads, type UploadTotals } from './upload-totals'
import type { UploadChoices } from './use-upload-options'

export type Uploads = {
  personId: string
  list: UploadList
  queue: UploadQueue
  choices: UploadChoices
  addFiles: (files: readonly File[]) => Promise<void>
  chooseFiles: () => void
  chooseFolder: () => void
  /** Files whose bytes are gone, all of them at once. */
  chooseAgain: () => void
}

export const UploadContext = createContext<Uploads | null>(null)

/** What a page needs to send files; does not change while bytes go up. */
export function useUploads(): Uploads {
  const uploads = useContext(UploadContext)
  if (!uploads) throw new Error('useUploads outside of UploadProvider')
  return uploads
}

const noItems: readonly UploadItem[] = []

/** The rows and their figures, anew with each step of progress. */
export function useUploadRows(): { items: readonly UploadItem[]; totals: UploadTotals } {
  const { list } = useUploads()
  const items = useSyncExternalStore(list.subscribe, list.getSnapshot, () => noItems)
  const totals = useMemo(() => countUploads(items), [items])
  return { items, totals }
}
