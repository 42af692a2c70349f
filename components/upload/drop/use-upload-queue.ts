'use client'

import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { applyDocument } from '@/components/shell/live/live-cache'
import { reportRefused } from '@/lib/documents/batches/queries'
import { sizeProblem } from '@/lib/files/upload-policy'
import { whenSignedIn } from '@/lib/page/page-session'
import { remainingPagesQuery } from '@/lib/usage/queries'
import { reportRefusals } from '../batches/report-refusals'
import { hashInWorker } from '../hash/hash-in-worker'
import { keepUploads } from '../keep/keep-uploads'
import { openKeep } from '../keep/open-keep'
import { restoreUploads } from '../keep/restore-uploads'
import type { OverQuotaBatch } from '../queue/batch-gate'
import { UploadList } from '../queue/upload-list'
import { UploadQueue } from '../queue/upload-queue'
import type { FileCheck } from '../transfer/check-file'
import { fetchOutcome } from '../transfer/fetch-outcome'
import { savePending } from '../transfer/pending-uploads'
import { sendFile } from '../transfer/send-file'
import { isBusy, type UploadItem } from '../transfer/upload-item'

export type OverQuotaPrompt = OverQuotaBatch & { answer: (send: boolean) => void }

/** Wires the one upload queue of this tab: to the checks, to tus, to the month's pages and to the cards. */
export function useUploadQueue(personId: string) {
  const client = useQueryClient()
  const [prompts, setPrompts] = useState<OverQuotaPrompt[]>([])
  const [{ list, queue, keep }] = useState(() => {
    const rows = new UploadList()
    const confirmOverQuota = (batch: OverQuotaBatch) =>
      new Promise<boolean>((resolve) => {
        const answer = (send: boolean) => {
          setPrompts((open) => open.filter((one) => one !== prompt))
          resolve(send)
        }
        const prompt: OverQuotaPrompt = { ...batch, answer }
        setPrompts((open) => [...open, prompt])
      })
    return {
      list: rows,
      queue: openQueue({ client, list: rows, confirmOverQuota }),
      keep: openKeep(personId),
    }
  })

  useEffect(() => {
    void restoreUploads({
      queue,
      keep,
      findUnfinished: async () => (await import('../transfer/unfinished-uploads')).findUnfinishedUploads(),
    })
    const stops = [keepUploads({ list, keep }), reportRefusals({ list, report: reportRefused })]
    return () => {
      for (const stop of stops) stop()
    }
  }, [queue, keep, list])

  useEffect(() => {
    const isLost = ({ keptId }: UploadItem) => !(keptId && keep.hasBytes(keptId))
    const wake = () => queue.wake()
    const warn = (event: BeforeUnloadEvent) => {
      if (list.all().some((item) => isBusy(item) && isLost(item))) event.preventDefault()
    }
    const remember = () => savePending(list.all().filter(({ keptId }) => !(keptId && keep.isStored(keptId))))
    window.addEventListener('online', wake)
    window.addEventListener('pagehide', remember)
    window.addEventListener('beforeunload', warn)
    return () => {
      window.removeEventListener('online', wake)
      window.removeEventListener('pagehide', remember)
      window.removeEventListener('beforeunload', warn)
    }
  }, [queue, list, keep])

  return { list, queue, prompt: prompts[0] ?? null }
}

function openQueue({
  client,
  list,
  confirmOverQuota,
}: {
  client: QueryClient
  list: UploadList
  confirmOverQuota: (batch: OverQuotaBatch) => Promise<boolean>
}): UploadQueue {
  return new UploadQueue({
    list,
    parts: {
      confirmOverQuota,
      send: sendFile,
      allowDuplicate: (uploadUrl) => fetchOutcome({ uploadUrl, allowDuplicate: true }),
      // Fetched with the first file: readers of file types and PDFs weigh more than the rest of the page.
      check: async (file) => {
        const check = await import('../transfer/check-file').catch(() => null)
        return check ? check.checkFile(file) : uncheckedFile(file)
      },
      discard: async (unfinished) =>
        (await import('../transfer/unfinished-uploads')).discardUnfinishedUpload(unfinished),
      readPagesLeft: async () => {
        // Not knowing must not hold the files up: asked once.
        const { left, pending } = await client.fetchQuery({
          ...remainingPagesQuery,
          staleTime: 0,
          retry: false,
        })
        return left === null ? null : left - pending
      },
      onReceived: (document) => applyDocument({ client, document }),
      whenSignedIn,
      hash: hashInWorker,
    },
  })
}

/** What is said of a file where the check cannot be fetched, as without a line: the server looks at it in any case. */
export function uncheckedFile(file: Pick<File, 'size' | 'type'>): FileCheck {
  const problem = sizeProblem(file.size)
  return problem ? { problem } : { contentType: file.type || 'application/octet-stream', pages: null }
}
