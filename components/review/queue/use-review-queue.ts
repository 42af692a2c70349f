'use client'

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { QueueFilter } from '@/lib/documents/model/review-queue'
import { releaseReview } from '@/lib/documents/review-queries'
import { useNextDocument } from './use-next-document'

type Line = {
  /** The document being reviewed; undefined while the first is fetched, null where none is free. */
  current: string | null | undefined
  /** Claimed too and loaded while the current one is reviewed. */
  ahead: string | null
  problem: Error | null
}

/** One's own way through the queue: the document at hand and the next, both claimed. */
export function useReviewQueue(filter: QueueFilter) {
  const { line, now, put } = useLine()
  const { takeNext, markPassed, unmarkPassed, markSkipped } = useNextDocument(filter)
  const { begin, lookAhead, run } = useClaims({ takeNext, now, put })
  useHeldWhileHere({ begin, run, now })

  /** On to the document that was loaded ahead; the one after it is claimed meanwhile. */
  const moveOn = async (left: string) => {
    // The answer about one that was left meanwhile moves nothing.
    if (left !== now.current.current) return
    const next = now.current.ahead
    if (!next) return begin()
    put({ current: next, ahead: null, problem: null })
    await lookAhead(next)
  }
  const goOn = (left: string) => {
    markPassed(left)
    return moveOn(left)
  }
  /** Back to one that was left; the one at hand is what comes after it. */
  const goBackTo = (id: string) => {
    unmarkPassed(id)
    const before = now.current
    if (before.current === id) return
    const ahead = before.current ?? before.ahead
    put({ current: id, ahead, problem: null })
    for (const held of heldOf(before)) if (held !== id && held !== ahead) void release(held)
  }
  /** Left to others, and to come round again where nothing else is left. */
  const skip = async (id: string) => {
    markSkipped(id)
    await release(id)
    await moveOn(id)
  }
  return { ...line, goOn, goBackTo, skip, begin }
}

const beginning: Line = { current: undefined, ahead: null, problem: null }

/** The line as it is drawn; `now` is what is held already before that, and after the page is left. */
function useLine() {
  const [line, setLine] = useState(beginning)
  const now = useRef(line)
  const put = useCallback((next: Line) => {
    now.current = next
    setLine(next)
  }, [])
  return { line, now, put }
}

type Claiming = Pick<ReturnType<typeof useNextDocument>, 'takeNext'> &
  Pick<ReturnType<typeof useLine>, 'now' | 'put'>

function useClaims({ takeNext, now, put }: Claiming) {
  /** Counts on with each filter; what was asked for before is then not wanted any more. */
  const run = useRef(0)

  /** Claims what comes after `current`. What comes too late for that is left to others. */
  const lookAhead = useCallback(
    async (current: string) => {
      const mine = run.current
      const next = await takeNext([current]).catch(() => null)
      if (!next) return
      if (run.current !== mine) return release(next.id)
      if (now.current.current === current && !now.current.ahead) put({ ...now.current, ahead: next.id })
      else if (now.current.current !== undefined && !heldOf(now.current).includes(next.id)) {
        await release(next.id)
      }
    },
    [takeNext, now, put],
  )

  /** From the first that is free. */
  const begin = useCallback(async () => {
    const mine = run.current
    put(beginning)
    try {
      const first = await takeNext([])
      if (run.current !== mine) return first ? await release(first.id) : undefined
      put({ current: first?.id ?? null, ahead: null, problem: null })
      if (first) await lookAhead(first.id)
    } catch (problem) {
      if (run.current === mine) put({ current: null, ahead: null, problem: toError(problem) })
    }
  }, [takeNext, put, lookAhead])

  return { begin, lookAhead, run }
}

type Holding = { begin: () => Promise<void>; run: RefObject<number>; now: RefObject<Line> }

/** Begins with each filter; what is held is let go with another, and when the page is left or closed. */
function useHeldWhileHere({ begin, run, now }: Holding): void {
  const ending = useRef<Promise<unknown>>(Promise.resolve())
  useEffect(() => {
    const mine = run.current
    // Else a document taken anew could be let go by what came before.
    const begun = ending.current.then(() => (run.current === mine ? begin() : undefined))
    const close = () => {
      for (const id of heldOf(now.current)) void release(id, { keepalive: true })
    }
    window.addEventListener('pagehide', close)
    return () => {
      window.removeEventListener('pagehide', close)
      run.current += 1
      ending.current = Promise.all([begun, ...heldOf(now.current).map((id) => release(id))])
    }
  }, [begin, run, now])
}

const toError = (problem: unknown) => (problem instanceof Error ? problem : new Error(String(problem)))

const heldOf = ({ current, ahead }: Line) => [current, ahead].filter((id) => typeof id === 'string')

/** Where it fails, the claim ends by itself. */
async function release(id: string, how: { keepalive?: boolean } = {}): Promise<void> {
  await releaseReview(id, how).catch(() => null)
}
