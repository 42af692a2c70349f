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
  // What is held by now, before it is drawn and after the page is left.
  const now = useRef(line)
  const put = useCallback((next: Line) => {
    now.current = next
    setLine(next)
  }, [])
  const passed = useRef<string[]>([])
  const skipped = useRef<string[]>([])
  /** Counts on with each filter; what was asked for before is then not wanted any more. */
  const run = useRef(0)
  const ending = useRef<Promise<unknown>>(Promise.resolve())
  const { step, supplier, days } = filter

  const take = useCallback(
    async (without: string[]): Promise<DocumentDetail | null> => {
      const wanted = { ...(step && { step }), ...(supplier && { supplier }), ...(days && { days }) }
      const ask = async (left: string[]) => {
        const recent = [...new Set([...without, ...passed.current, ...left])].slice(0, rememberedMost)
        return (await takeNextReview({ ...wanted, without: recent })).document
      }
      let document = await ask(skipped.current)
      // Nothing else is left: those that were skipped come round again.
      if (!document && skipped.current.length > 0) {
        skipped.current = []
        document = await ask([])
      }
      if (document) client.setQueryData(documentDetailQuery(document.id).queryKey, document)
      return document
    },
    [client, step, supplier, days],
  )

  /** Claims what comes after `current`. What comes too late for that is left to others. */
  const lookAhead = useCallback(
    async (current: string) => {
      const mine = run.current
      const next = await take([current]).catch(() => null)
      if (!next) return
      if (run.current !== mine) return release(next.id)
      if (now.current.current === current && !now.current.ahead) put({ ...now.current, ahead: next.id })
      else if (now.current.current !== undefined && !heldOf(now.current).includes(next.id)) {
        await release(next.id)
      }
    },
    [take, put],
  )

  const begin = useCallback(async () => {
    const mine = run.current
    put(beginning)
    try {
      const first = await take([])
      if (run.current !== mine) return first ? await release(first.id) : undefined
      put({ current: first?.id ?? null, ahead: null, problem: null })
      if (first) await lookAhead(first.id)
    } catch (problem) {
      if (run.current === mine) put({ current: null, ahead: null, problem: toError(problem) })
    }
  }, [take, put, lookAhead])

  useEffect(() => {
    const mine = run.current
    // Else a document taken anew could be let go by what came before.
    const beginning = ending.current.then(() => (run.current === mine ? begin() : undefined))
    const close = () => {
      for (const id of heldOf(now.current)) void release(id, { keepalive: true })
    }
    window.addEventListener('pagehide', close)
    return () => {
      window.removeEventListener('pagehide', close)
      run.current += 1
      ending.current = Promise.all([beginning, ...heldOf(now.current).map((id) => release(id))])
    }
  }, [begin])

  /** On to the document that was loaded ahead; the one after it is claimed meanwhile. */
  const moveOn = useCallback(
    async (left: string) => {
      // The answer about one that was left meanwhile moves nothing.
      if (left !== now.current.current) return
      const next = now.current.ahead
      if (!next) return begin()
      put({ current: next, ahead: null, problem: null })
      await lookAhead(next)
    },
    [begin, put, lookAhead],
  )

  const goOn = useCallback(
    (left: string) => {
      passed.current = [left, ...passed.current.filter((id) => id !== left)]
      return moveOn(left)
    },
    [moveOn],
  )

  /** Back to one that was left; the one at hand is what comes after it. */
  const goBackTo = useCallback(
    (id: string) => {
      passed.current = passed.current.filter((one) => one !== id)
      const before = now.current
      if (before.current === id) return
      const ahead = before.current ?? before.ahead
      put({ current: id, ahead, problem: null })
      for (const held of heldOf(before)) if (held !== id && held !== ahead) void release(held)
    },
    [put],
  )

  /** Left to others, and to come round again where nothing else is left. */
  const skip = useCallback(
    async (id: string) => {
      skipped.current = [id, ...skipped.current.filter((one) => one !== id)]
      await release(id)
      await moveOn(id)
    },
    [moveOn],
  )

  return { ...line, goOn, goBackTo, skip, begin }
}

const heldOf = ({ current, ahead }: Line) => [current, ahead].filter((id) => typeof id === 'string')

/** Where it fails, the claim ends by itself. */
async function release(id: string, how: { keepalive?: boolean } = {}): Promise<void> {
  await releaseReview(id, how).catch(() => null)
}
