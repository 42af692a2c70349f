'use client'

import { type RefObject, useEffect, useRef } from 'react'

type Swipe = {
  area: RefObject<HTMLElement | null>
  /** 1: the finger went to the left, to what comes next; -1: back. */
  onSwipe: (by: -1 | 1) => void
  isEnabled: boolean
}

const leastPx = 56
const longestMs = 800
/** Flatter than this counts as sideways; anything else scrolls the page. */
const flatness = 2
/** Where phones themselves go back or forward. */
const edgePx = 24

/** One finger that strokes over the area from side to side. Scrolling, zooming and what scrolls sideways by itself are let be. */
export function useSwipe({ area, onSwipe, isEnabled }: Swipe): void {
  const current = useRef(onSwipe)
  current.current = onSwipe
  useEffect(() => {
    const element = area.current
    if (!element || !isEnabled) return
    let start: { x: number; y: number; at: number } | null = null
    const begin = (event: TouchEvent) => {
      const [finger] = event.touches
      const isAlone = event.touches.length === 1 && finger !== undefined
      const isFree = isAlone && !isAtEdge(finger.clientX) && !scrollsSideways(event.target, element)
      start = isFree ? { x: finger.clientX, y: finger.clientY, at: event.timeStamp } : null
    }
    const end = (event: TouchEvent) => {
      const [finger] = event.changedTouches
      if (!start || !finger || event.touches.length > 0) return
      const [across, down] = [finger.clientX - start.x, finger.clientY - start.y]
      const isQuick = event.timeStamp - start.at <= longestMs
      start = null
      if (!isQuick || Math.abs(across) < leastPx || Math.abs(across) < flatness * Math.abs(down)) return
      current.current(across < 0 ? 1 : -1)
    }
    const forget = () => {
      start = null
    }
    const quiet = { passive: true }
    element.addEventListener('touchstart', begin, quiet)
    element.addEventListener('touchend', end, quiet)
    element.addEventListener('touchcancel', forget, quiet)
    return () => {
      element.removeEventListener('touchstart', begin)
      element.removeEventListener('touchend', end)
      element.removeEventListener('touchcancel', forget)
    }
  }, [area, isEnabled])
}

function isAtEdge(x: number): boolean {
  return x < edgePx || x > window.innerWidth - edgePx
}

function scrollsSideways(target: EventTarget | null, within: HTMLElement): boolean {
  let element = target instanceof HTMLElement ? target : null
  while (element && element !== within) {
    const { overflowX } = getComputedStyle(element)
    if (overflowX !== 'visible' && overflowX !== 'hidden' && element.scrollWidth > element.clientWidth)
      return true
    element = element.parentElement
  }
  return false
}
