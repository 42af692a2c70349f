'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'

/** The head of a page may come later than its frame; after so long nobody waits for it. */
const patienceMs = 5_000

/**
 * On arrival by a link within the desk the keyboard and the screen reader begin at the head of the page, as they would
 * after a load. Not on the first page, not with Back, and not where the page has put the focus into something itself.
 */
export function ArrivalFocus() {
  const pathname = usePathname()
  const arrivedAt = useRef(pathname)
  const isBack = useRef(false)
  useEffect(() => {
    // Back to another filter of the same page is no arrival.
    const note = () => {
      isBack.current = window.location.pathname !== arrivedAt.current
    }
    window.addEventListener('popstate', note)
    return () => window.removeEventListener('popstate', note)
  }, [])
  useEffect(() => {
    if (arrivedAt.current === pathname) return
    arrivedAt.current = pathname
    const wasBack = isBack.current
    isBack.current = false
    if (wasBack || focusHead()) return
    const observer = new MutationObserver(() => focusHead() && observer.disconnect())
    observer.observe(document.body, { childList: true, subtree: true })
    const timer = setTimeout(() => observer.disconnect(), patienceMs)
    return () => {
      observer.disconnect()
      clearTimeout(timer)
    }
  }, [pathname])
  return null
}

/** True once there is nothing left to do. */
function focusHead(): boolean {
  const content = document.getElementById('content')
  const { activeElement } = document
  if (activeElement && activeElement !== content && content?.contains(activeElement)) return true
  const head = content?.querySelector('h1')
  if (!head) return false
  head.tabIndex = -1
  head.focus({ preventScroll: true })
  return true
}
