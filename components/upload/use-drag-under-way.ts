'use client'

import { useEffect, useState } from 'react'

/**
 * Whether something is being dragged over the window just now. Heard before anything else hears it, so that the end of
 * a drag is never overtaken by what a library still works out of its beginning.
 */
export function useDragUnderWay(): boolean {
  const [isUnderWay, setUnderWay] = useState(false)
  useEffect(() => {
    const begin = () => setUnderWay(true)
    const end = () => setUnderWay(false)
    const leave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) end()
    }
    const listeners = { dragenter: begin, dragover: begin, drop: end, dragend: end, dragleave: leave }
    window.addEventListener('dragenter', listeners.dragenter, true)
    window.addEventListener('dragover', listeners.dragover, true)
    window.addEventListener('drop', listeners.drop, true)
    window.addEventListener('dragend', listeners.dragend, true)
    window.addEventListener('dragleave', listeners.dragleave, true)
    return () => {
      window.removeEventListener('dragenter', listeners.dragenter, true)
      window.removeEventListener('dragover', listeners.dragover, true)
      window.removeEventListener('drop', listeners.drop, true)
      window.removeEventListener('dragend', listeners.dragend, true)
      window.removeEventListener('dragleave', listeners.dragleave, true)
    }
  }, [])
  return isUnderWay
}
