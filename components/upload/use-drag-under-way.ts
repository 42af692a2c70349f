'use client'

import { useEffect, useState } from 'react'

/**
 * Whether something is being dragged over the window just now. Heard before anything else hears it, so that the end of
 * a drag is never overtaken by what a library still works out of its beginning.
 */
export function useDragUnderWay(): boolean {
  const [isUnderWay, setUnderWay] = useState(false)
  useEffect(() => {
    const stopping = new AbortController()
    const options = { capture: true, signal: stopping.signal }
    const begin = () => setUnderWay(true)
    const end = () => setUnderWay(false)
    for (const type of ['dragenter', 'dragover']) window.addEventListener(type, begin, options)
    for (const type of ['drop', 'dragend']) window.addEventListener(type, end, options)
    // Nothing follows a drag out of the window.
    window.addEventListener('dragleave', ({ relatedTarget }) => relatedTarget === null && end(), options)
    return () => stopping.abort()
  }, [])
  return isUnderWay
}
