'use client'

import { useEffect, useState } from 'react'

/**
 * Whether something is being dragged over the window just now. Only what goes on while a drag does (`dragover`, every
 * 350 ms at least by the HTML standard) counts as its sign: React plays a `dragenter` that it met while the page was
 * not yet hydrated a second time, as a new event, and does so after the drop.
 */
export function useDragUnderWay(): boolean {
  const [isUnderWay, setUnderWay] = useState(false)
  useEffect(() => {
    const stopping = new AbortController()
    const options = { capture: true, signal: stopping.signal }
    const end = () => setUnderWay(false)
    window.addEventListener('dragover', () => setUnderWay(true), options)
    for (const type of ['drop', 'dragend']) window.addEventListener(type, end, options)
    // Nothing follows a drag out of the window.
    window.addEventListener('dragleave', ({ relatedTarget }) => relatedTarget === null && end(), options)
    return () => stopping.abort()
  }, [])
  return isUnderWay
}
