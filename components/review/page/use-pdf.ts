'use client'

import type { PDFViewer } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs'
import { useEffect, useMemo, useRef, useState } from 'react'
import { openPdf, pdfPage } from './open-pdf'
import {
  closeScale,
  type PageControls,
  type PageLayers,
  type PageView,
  type Rotation,
  rotateClockwise,
  zoomStep,
} from './page-view'

/** A place over a page that React draws into; it outlives the redrawing of the page below. */
type PageLayer = { page: number; element: HTMLDivElement }

type OnDrawn = (drawn: { page: number; picture: HTMLCanvasElement; rotation: Rotation }) => void

const firstView: PageView = { page: 1, pageCount: 0, scale: 1, fit: 'width', rotation: 0 }

type Opened = { url: string; bytes: number; onDrawn: OnDrawn; onPdf: PageLayers['onPdf'] }

/** Opens a PDF in the element that `containerRef` is put on, and keeps what is seen of it as state. */
export function usePdf({ url, bytes, onDrawn, onPdf }: Opened) {
  const told = useRef({ onDrawn, onPdf })
  told.current = { onDrawn, onPdf }
  const containerRef = useRef<HTMLDivElement>(null)
  const viewer = useRef<PDFViewer | null>(null)
  const [status, setStatus] = useState<'opening' | 'open' | 'failed'>('opening')
  const [view, setView] = useState(firstView)
  const [layers, setLayers] = useState<PageLayer[]>([])

  useEffect(() => {
    if (!containerRef.current) return
    const closing = new AbortController()
    const change = (part: Partial<PageView>) => setView((before) => ({ ...before, ...part }))
    const opening = openPdf({
      url,
      bytes,
      container: containerRef.current,
      signal: closing.signal,
      events: {
        onFail: () => setStatus('failed'),
        onReady: (pageCount) => {
          change({ pageCount })
          setStatus('open')
        },
        onPage: (page) => change({ page }),
        onScale: change,
        onRotation: (rotation) => change({ rotation }),
        onDrawn: ({ number, element, rotation }) => {
          setLayers((before) => withLayer({ before, page: number, element }))
          const canvas = element.querySelector('canvas')
          if (canvas) told.current.onDrawn({ page: number, picture: canvas, rotation })
        },
      },
    })
    opening
      .then((opened) => {
        viewer.current = opened
        told.current.onPdf?.(async (page) => (await opened?.pdfDocument?.getPage(page)) ?? null)
      })
      .catch(() => !closing.signal.aborted && setStatus('failed'))
    return () => {
      closing.abort()
      told.current.onPdf?.(null)
      viewer.current = null
      setLayers([])
      setView(firstView)
      setStatus('opening')
    }
  }, [url, bytes])

  const controls = useMemo<PageControls>(() => controlsOf(() => viewer.current), [])
  const findPage = (page: number) => (viewer.current ? pdfPage({ viewer: viewer.current, page }) : null)
  return { containerRef, status, view, layers, controls, findPage }
}

function controlsOf(current: () => PDFViewer | null): PageControls {
  const withViewer = (act: (viewer: PDFViewer) => void) => {
    const viewer = current()
    if (viewer) act(viewer)
  }
  return {
    goToPage: (page) => withViewer((viewer) => viewer.scrollPageIntoView({ pageNumber: page })),
    zoom: (direction) =>
      withViewer((viewer) =>
        viewer.updateScale({
          scaleFactor: direction === 'in' ? zoomStep : 1 / zoomStep,
          drawingDelay: 200,
          origin: middleOf(viewer.container),
        }),
      ),
    fitTo: (fit) =>
      withViewer((viewer) => {
        viewer.currentScaleValue = fit === 'width' ? 'page-width' : 'page-fit'
      }),
    closeIn: ({ page, box }) =>
      withViewer((viewer) => {
        const sheet = pdfPage({ viewer, page })
        if (!sheet || sheet.clientWidth === 0) return
        const fitted = (viewer.currentScale * viewer.container.clientWidth) / sheet.clientWidth
        viewer.currentScale = closeScale({ box, fitted })
      }),
    rotate: () =>
      withViewer((viewer) => {
        viewer.pagesRotation = rotateClockwise(viewer.pagesRotation)
      }),
  }
}

function middleOf(element: HTMLElement): [x: number, y: number] {
  const { left, top, width, height } = element.getBoundingClientRect()
  return [left + width / 2, top + height / 2]
}

type Drawn = { before: PageLayer[]; page: number; element: HTMLElement }

/** Redrawing clears a sheet, so its layer is laid on again each time. */
function withLayer({ before, page, element }: Drawn): PageLayer[] {
  const known = before.find((layer) => layer.page === page)
  if (known) {
    element.append(known.element)
    return before
  }
  const layer = document.createElement('div')
  layer.className = 'pointer-events-none absolute inset-0 z-10'
  element.append(layer)
  return [...before, { page, element: layer }]
}
