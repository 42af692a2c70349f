'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import type { QueueFilter } from '@/lib/documents/model/review-queue'
import type { DocumentDetail } from '@/lib/documents/model/schema'
import { documentDetailQuery } from '@/lib/documents/queries'
import { takeNextReview } from '@/lib/documents/review-queries'

/** More than anybody goes through before the first of them has been saved. */
const rememberedMost = 400

const withFirst = ({ ids, id }: { ids: string[]; id: string }) => [id, ...ids.filter((one) => one !== id)]

/** Claims what comes next in the queue; what one has been through is left out, what was skipped comes last. */
export function useNextDocument({ step, supplier, days }: QueueFilter) {
  const client = useQueryClient()
  const passed = useRef<string[]>([])
  const skipped = useRef<string[]>([])

  /** The next one but for `without`, loaded; null where none is free. */
  const takeNext = useCallback(
    async (without: string[]): Promise<DocumentDetail | null> => {
      const filter = { ...(step && { step }), ...(supplier && { supplier }), ...(days && { days }) }
      const takeBut = async (left: string[]) => {
        const recent = [...new Set([...without, ...passed.current, ...left])].slice(0, rememberedMost)
        return (await takeNextReview({ ...filter, without: recent })).document
      }
      let document = await takeBut(skipped.current)
      // Nothing else is left: those that were skipped come round again.
      if (!document && skipped.current.length > 0) {
        skipped.current = []
        document = await takeBut([])
      }
      if (document) client.setQueryData(documentDetailQuery(document.id).queryKey, document)
      return document
    },
    [client, step, supplier, days],
  )

  const markPassed = (id: string) => {
    passed.current = withFirst({ ids: passed.current, id })
  }
  const unmarkPassed = (id: string) => {
    passed.current = passed.current.filter((one) => one !== id)
  }
  const markSkipped = (id: string) => {
    skipped.current = withFirst({ ids: skipped.current, id })
  }
  return { takeNext, markPassed, unmarkPassed, markSkipped }
}
