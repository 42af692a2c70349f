'use client'

import { useEffect, useRef } from 'react'
import { isField } from './is-field'

/**
 * Answers a drop of text or of a link, which would otherwise do nothing or lead away from the page. What is dragged
 * within the page, or into a field, is left alone.
 */
export function useForeignDrops(onDrop: () => void): void {
  const current = useRef(onDrop)
  current.current = onDrop
  useEffect(() => {
    const stopping = new AbortController()
    const options = { signal: stopping.signal }
    let isOwn = false
    const isForeign = (event: DragEvent) =>
      !isOwn && !isField(event.target) && !event.dataTransfer?.types.includes('Files')
    document.addEventListener('dragstart', () => (isOwn = true), options)
    document.addEventListener('dragend', () => (isOwn = false), options)
    // Else the browser would not let go of it here.
    document.addEventListener('dragover', (event) => isForeign(event) && event.preventDefault(), options)
    document.addEventListener(
      'drop',
      (event) => {
        if (!isForeign(event)) return
        event.preventDefault()
        current.current()
      },
      options,
    )
    return () => stopping.abort()
  }, [])
}
