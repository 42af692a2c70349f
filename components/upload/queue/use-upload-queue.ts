'use client'

import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { takeInDocument } from '@/components/shell/live/live-cache'
import { sizeProblem } from '@/lib/files/upload-policy'
import { remainingPagesQuery } from '@/lib/usage/queries'
import type { FileCheck } from '../transfer/check-file'
import { recallPending, rememberPending } from '../transfer/pending-uploads'
import { askOutcome, sendFile } from '../transfer/send-file'
import { isBusy } from '../transfer/upload-item'
import { UploadList } from './upload-list'
import { type PageQuestion, UploadQueue } from './upload-queue'

export type OpenQuestion = PageQuestion & { answer: (send: boolean) => void }

/** Wires the one upload queue of this tab: to the checks, to tus, to the month's pages and to the cards. */
export function useUploadQueue() {
  const client = useQueryClient()
  const [questions, setQuestions] = useState<OpenQuestion[]>([])
  const [{ list, queue }] = useState(() => {
    const rows = new UploadList()
    const askAboutPages = (asked: PageQuestion) =>
      new Promise<boolean>((resolve) => {
        const answer = (send: boolean) => {
          setQuestions((open) => open.filter((one) => one !== question))
          resolve(send)
        }
        const question: OpenQuestion = { ...asked, answer }
        setQuestions((open) => [...open, question])
      })
    return { list: rows, queue: openQueue({ client, list: rows, askAboutPages }) }
  })

  useEffect(() => {
    void import('../transfer/leftover-uploads')
      .then(({ findLeftovers }) => findLeftovers())
      .catch(() => [])
      .then((begun) => queue.addLeftovers([...begun, ...recallPending(begun)]))
  }, [queue])

  useEffect(() => {
    const wake = () => queue.wake()
    const warn = (event: BeforeUnloadEvent) => {
      if (list.all().some(isBusy)) event.preventDefault()
    }
    const remember = () => rememberPending(list.all())
    window.addEventListener('online', wake)
    window.addEventListener('pagehide', remember)
    window.addEventListener('beforeunload', warn)
    return () => {
      window.removeEventListener('online', wake)
      window.removeEventListener('pagehide', remember)
      window.removeEventListener('beforeunload', warn)
    }
  }, [queue, list])

  return { list, queue, question: questions[0] ?? null }
}

function openQueue({
  client,
  list,
  askAboutPages,
}: {
  client: QueryClient
  list: UploadList
  askAboutPages: (question: PageQuestion) => Promise<boolean>
}): UploadQueue {
  return new UploadQueue({
    list,
    parts: {
      askAboutPages,
      send: sendFile,
      allowDuplicate: (uploadUrl) => askOutcome({ uploadUrl, allowDuplicate: true }),
      // Fetched with the first file: readers of file types and PDFs weigh more than the rest of the page.
      check: async (file) => {
        const check = await import('../transfer/check-file').catch(() => null)
        return check ? check.checkFile(file) : uncheckedFile(file)
      },
      discard: async (leftover) => (await import('../transfer/leftover-uploads')).discardLeftover(leftover),
      readPagesLeft: async () => {
        // Not knowing must not hold the files up: asked once.
        const { left, pending } = await client.fetchQuery({
          ...remainingPagesQuery,
          staleTime: 0,
          retry: false,
          // Without a line it fails instead of waiting for one.
          networkMode: 'always',
        })
        return left === null ? null : left - pending
      },
      onReceived: (document) => takeInDocument({ client, document }),
    },
  })
}

/** What is said of a file where the check cannot be fetched, as without a line: the server looks at it in any case. */
export function uncheckedFile(file: Pick<File, 'size' | 'type'>): FileCheck {
  const problem = sizeProblem(file.size)
  return problem ? { problem } : { contentType: file.type || 'application/octet-stream', pages: null }
}
