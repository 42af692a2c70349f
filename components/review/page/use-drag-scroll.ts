'use client'

import { type RefObject, useEffect } from 'react'

/** Lets a mouse drag what scrolls, as a hand does paper. Fingers scroll by themselves. */
export function useDragScroll(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const grab = (event: PointerEvent) => {
      const onButton = event.target instanceof Element && event.target.closest('button')
      if (event.pointerType !== 'mouse' || event.button !== 0 || onButton) return
      element.setPointerCapture(event.pointerId)
    }
    const drag = (event: PointerEvent) => {
      if (!element.hasPointerCapture(event.pointerId)) return
      element.scrollBy(-event.movementX, -event.movementY)
    }
    element.addEventListener('pointerdown', grab)
    element.addEventListener('pointermove', drag)
    return () => {
      element.removeEventListener('pointerdown', grab)
      element.removeEventListener('pointermove', drag)
    }
  }, [ref])
}
