'use client'

import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { Batch } from './use-batch'
import { useBatch } from './use-batch'
import { useNotify } from './use-notify'

/** Files that come one after the other are one batch. */
const settleMs = 3000

/**
 * Tells the person who is elsewhere: the title of the tab counts what is on its way, and, where this browser may, a
 * notice says when a document failed and when all have ended. Draws nothing.
 */
export function FinishedNotifications({ personId }: { personId: string }) {
  const { batch, reset } = useBatch(personId)
  const isHidden = useTabHidden()
  const notify = useNotify()
  const failuresShown = useRef(0)
  const { open, ended } = batch
  const isOver = open.size === 0 && ended.length > 0
  useTitleBadge(titleBadge({ batch, isHidden }))

  useEffect(() => {
    const failures = ended.filter(({ failed }) => failed).length
    if (failures > failuresShown.current && !isOver) notify('failed', ended)
    failuresShown.current = failures
  }, [ended, isOver, notify])

  useEffect(() => {
    if (!isOver) return
    const timer = setTimeout(() => notify('over', ended), settleMs)
    return () => clearTimeout(timer)
  }, [ended, isOver, notify])

  useEffect(() => {
    if (isOver && !isHidden) reset()
  }, [isOver, isHidden, reset])
  return null
}

function titleBadge({ batch, isHidden }: { batch: Batch; isHidden: boolean }): string {
  const { open, ended } = batch
  if (open.size > 0) return `(${open.size})`
  if (ended.length === 0 || !isHidden) return ''
  return ended.some(({ failed }) => failed) ? '!' : '✓'
}

/** Whether nobody looks at this tab. */
function useTabHidden(): boolean {
  return useSyncExternalStore(subscribe, isHidden, () => false)
}

function isHidden(): boolean {
  return document.visibilityState !== 'visible'
}

function subscribe(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener)
  return () => document.removeEventListener('visibilitychange', listener)
}

const badged = /^(\(\d+\)|✓|!) /

/** Puts a short mark before the title of the tab, whatever page comes and goes; none where it is empty. */
function useTitleBadge(badge: string): void {
  useEffect(() => {
    const apply = () => {
      const bare = document.title.replace(badged, '')
      const title = badge ? `${badge} ${bare}` : bare
      if (document.title !== title) document.title = title
    }
    apply()
    const observer = new MutationObserver(apply)
    observer.observe(document.head, { subtree: true, childList: true, characterData: true })
    return () => observer.disconnect()
  }, [badge])
}
