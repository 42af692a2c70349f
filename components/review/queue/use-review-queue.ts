'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { QueueFilter } from '@/lib/documents/model/review-queue'
import type { DocumentDetail } from '@/lib/documents/model/schema'
import { documentDetailQuery } from '@/lib/documents/queries'
import { releaseReview, takeNextReview } from '@/lib/documents/review-queries'

type Line = {
  /** The document being reviewed; undefined while the first is fetched, null where none is free. */
  current: string | null | undefined
  /** Claimed too and loaded while the current one is reviewed. */
  ahead: string | null
  problem: Error | null
}

const beginning: Line = { current: undefined, ahead: null, problem: null }
const toError = (problem: unknown) => (problem instanceof Error ? problem : new Error(String(problem)))

/** More than anybody goes through before the first of them has been saved. */
const rememberedMost = 400

/** One's own way through the queue: the document at hand and the next, both claimed. */
export function useReviewQueue(filter: QueueFilter) {
  const client = useQueryClient()
  const [line, setLine] = useState(beginning)
  const now = useRef(line)
  now.current = line
  const passed = useRef<string[]>([])
  useReleasedAtTheEnd([line.current, line.ahead])
  const { step, supplier, days } = filter

  const take = useCallback(
    async (without: string[]): Promise<DocumentDetail | null> => {
      const recent = [...new Set([...without, ...passed.current])].slice(0, rememberedMost)
      const wanted = { ...(step && { step }), ...(supplier && { supplier }), ...(days && { days }) }
      const { document } = await takeNextReview({ ...wanted, without: recent })
      if (document) client.setQueryData(documentDetailQuery(document.id).queryKey, document)
      return document
    },
    [client, step, supplier, days],
  )

  const begin = useCallback(
    async (isWanted: () => boolean = () => true) => {
      setLine(beginning)
      try {
        const first = await take([])
        if (!isWanted()) return
        setLine({ current: first?.id ?? null, ahead: null, problem: null })
        const second = first && (await take([first.id]))
        if (second && isWanted()) setLine((before) => ({ ...before, ahead: second.id }))
      } catch (problem) {
        if (isWanted()) setLine({ current: null, ahead: null, problem: toError(problem) })
      }
    },
    [take],
  )

  useEffect(() => {
    let isHere = true
    void begin(() => isHere)
    return () => {
      isHere = false
    }
  }, [begin])

  /** On to the document that was loaded ahead; the one after it is claimed meanwhile. */
  const goOn = useCallback(
    async (left: string) => {
      passed.current = [left, ...passed.current.filter((id) => id !== left)]
      // The answer about one that was left meanwhile moves nothing.
      if (left !== now.current.current) return
      const next = now.current.ahead
      if (!next) return begin()
      setLine({ current: next, ahead: null, problem: null })
      const after = await take([next]).catch(() => null)
      setLine((before) => (before.current === next ? { ...before, ahead: after?.id ?? null } : before))
    },
    [take, begin],
  )

  /** Back to one that was left; the one at hand is what comes after it. */
  const goBackTo = useCallback((id: string) => {
    passed.current = passed.current.filter((one) => one !== id)
    setLine((before) => ({ current: id, ahead: before.current ?? before.ahead, problem: null }))
  }, [])

  const skip = useCallback(
    async (id: string) => {
      await releaseReview(id).catch(() => null)
      await goOn(id)
    },
    [goOn],
  )

  return { ...line, goOn, goBackTo, skip, begin }
}

/** Whoever leaves the queue leaves its documents to others at once. */
function useReleasedAtTheEnd(ids: (string | null | undefined)[]): void {
  const held = useRef(ids)
  held.current = ids
  useEffect(
    () => () => {
      for (const id of held.current) if (id) void releaseReview(id).catch(() => null)
    },
    [],
  )
}
