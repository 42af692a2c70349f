'use client'

import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import {
  closeScale,
  limitScale,
  type PageControls,
  type PageView,
  rotateClockwise,
  scaleLimits,
  zoomStep,
} from './page-view'

type Size = { width: number; height: number }

const marginPx = 24
const firstView: PageView = { page: 1, pageCount: 1, scale: 1, fit: 'width', rotation: 0 }

/** The view on a picture: fitted to its container or zoomed, turned, dragged about. */
export function usePicture() {
  const containerRef = useRef<HTMLDivElement>(null)
  const [picture, setPicture] = useState<Size | null>(null)
  const [container, setContainer] = useState<Size | null>(null)
  const [chosen, setChosen] = useState(firstView)

  useEffect(() => {
    const element = containerRef.current
    if (!element) return
    const observer = new ResizeObserver(() =>
      setContainer({ width: element.clientWidth, height: element.clientHeight }),
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  const isSideways = chosen.rotation % 180 === 90
  const sheet = picture && (isSideways ? { width: picture.height, height: picture.width } : picture)
  const scale =
    chosen.fit && sheet && container ? fitScale({ fit: chosen.fit, sheet, container }) : chosen.scale
  const view: PageView = { ...chosen, scale }

  const fitted = sheet && container ? fitScale({ fit: 'width', sheet, container }) : null
  const current = useRef({ scale, fitted })
  current.current = { scale, fitted }
  const controls = useMemo<PageControls>(
    () => ({
      goToPage: () => {},
      zoom: (direction) => {
        const next = current.current.scale * (direction === 'in' ? zoomStep : 1 / zoomStep)
        setChosen((before) => ({ ...before, fit: null, scale: limitScale(next) }))
      },
      fitTo: (fit) => setChosen((before) => ({ ...before, fit })),
      closeIn: ({ box }) => {
        const { fitted } = current.current
        if (fitted) setChosen((before) => ({ ...before, fit: null, scale: closeScale({ box, fitted }) }))
      },
      rotate: () => setChosen((before) => ({ ...before, rotation: rotateClockwise(before.rotation) })),
    }),
    [],
  )
  return { containerRef, picture, sheet, view, controls, onSize: setPicture }
}

function fitScale({
  fit,
  sheet,
  container,
}: {
  fit: 'width' | 'page'
  sheet: Size
  container: Size
}): number {
  const byWidth = (container.width - 2 * marginPx) / sheet.width
  const byHeight = (container.height - 2 * marginPx) / sheet.height
  return Math.max(scaleLimits.min, fit === 'width' ? byWidth : Math.min(byWidth, byHeight))
}

/** Lets a mouse drag what scrolls, as a hand does paper. Fingers scroll by themselves. */
export function useDragScroll(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const grab = (event: PointerEvent) => {
      const onButton = event.target instanceof Element && event.target.closest('button, [data-pointing]')
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
