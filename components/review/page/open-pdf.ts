import type { PDFViewer } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs'
import { loadPdfjs, pdfjsAssets } from '@/components/ui/load-pdfjs'
import { type Fit, type Rotation, scaleLimits } from './page-view'
import { pdfSource } from './pdf-source'

type PdfEvents = {
  /** A part of the file could not be fetched later on. */
  onFail: () => void
  onReady: (pageCount: number) => void
  onPage: (page: number) => void
  /** `fit` is null where the size was chosen by hand. */
  onScale: (size: { scale: number; fit: Fit | null }) => void
  onRotation: (rotation: Rotation) => void
  /** A page has just been drawn anew, turned by so much; `element` is its sheet. */
  onDrawn: (page: { number: number; element: HTMLElement; rotation: Rotation }) => void
}

type OpenPdf = {
  url: string
  bytes: number
  container: HTMLDivElement
  signal: AbortSignal
  events: PdfEvents
}

/**
 * Shows a PDF in `container` (absolutely positioned) with pdf.js' own viewer: pages drawn as they come into sight, at
 * the screen's resolution, their text selectable.
 * Aborting `signal` closes it. Rejects where the file cannot be fetched or read.
 */
export async function openPdf({ url, bytes, container, signal, events }: OpenPdf): Promise<PDFViewer | null> {
  const pdfjs = await loadPdfjs()
  // The viewer takes pdf.js from the global that loading it sets, so it comes second.
  const { EventBus, LinkTarget, PDFLinkService, PDFViewer } = await import(
    'pdfjs-dist/legacy/web/pdf_viewer.mjs'
  )
  if (signal.aborted) return null

  const task = pdfjs.getDocument({
    ...pdfSource({ pdfjs, url, bytes, signal, onFail: events.onFail }),
    ...pdfjsAssets,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  })
  signal.addEventListener('abort', () => void task.destroy())
  const pdf = await task.promise
  if (signal.aborted) return null

  const sheets = document.createElement('div')
  sheets.className = 'pdfViewer'
  container.replaceChildren(sheets)
  signal.addEventListener('abort', () => sheets.remove())

  const eventBus = new EventBus()
  const linkService = new PDFLinkService({
    eventBus,
    // What a stranger wrote leads away in a page of its own, which learns nothing of this one.
    externalLinkTarget: LinkTarget.BLANK,
    externalLinkRel: 'noopener noreferrer',
  })
  const options = {
    container,
    viewer: sheets,
    eventBus,
    linkService,
    annotationMode: pdfjs.AnnotationMode.ENABLE,
    enableAutoLinking: false,
    abortSignal: signal,
  }
  const viewer = new PDFViewer(options)
  linkService.setViewer(viewer)
  forwardEvents({ eventBus, viewer, events, pageCount: pdf.numPages })
  viewer.setDocument(pdf)
  linkService.setDocument(pdf)
  keepFitting({ viewer, container, signal })
  zoomWithWheel({ viewer, container, signal })
  return viewer
}

const fits: Record<string, Fit> = { 'page-width': 'width', 'page-fit': 'page' }

type Forwarded = {
  eventBus: { on: (name: string, listener: (event: never) => void) => void }
  viewer: PDFViewer
  events: PdfEvents
  pageCount: number
}

function forwardEvents({ eventBus, viewer, events, pageCount }: Forwarded): void {
  eventBus.on('pagesinit', () => {
    viewer.currentScaleValue = 'page-width'
    // Fitting scrolls the first page's edge to the top; its margin belongs in sight too.
    viewer.container.scrollTop = 0
    events.onReady(pageCount)
  })
  eventBus.on('pagechanging', ({ pageNumber }: { pageNumber: number }) => events.onPage(pageNumber))
  eventBus.on('scalechanging', ({ scale, presetValue }: { scale: number; presetValue?: string }) =>
    events.onScale({ scale, fit: fits[presetValue ?? ''] ?? null }),
  )
  let rotation: Rotation = 0
  eventBus.on('rotationchanging', ({ pagesRotation }: { pagesRotation: Rotation }) => {
    rotation = pagesRotation
    events.onRotation(rotation)
  })
  eventBus.on('pagerendered', ({ pageNumber }: { pageNumber: number }) => {
    const element = pdfPage({ viewer, page: pageNumber })
    if (element) events.onDrawn({ number: pageNumber, element, rotation })
  })
}

type Watched = { viewer: PDFViewer; container: HTMLElement; signal: AbortSignal }

/** A page fitted to the width goes on fitting when the pane changes. */
function keepFitting({ viewer, container, signal }: Watched): void {
  const observer = new ResizeObserver(() => {
    if (container.clientWidth === 0 || !viewer.pdfDocument) return
    const fit = viewer.currentScaleValue
    if (fit?.startsWith('page-')) viewer.currentScaleValue = fit
    viewer.update()
  })
  observer.observe(container)
  signal.addEventListener('abort', () => observer.disconnect())
}

/** Ctrl and the wheel, which is also what a pinch on a touchpad sends. */
function zoomWithWheel({ viewer, container, signal }: Watched): void {
  const turn = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    const scaleFactor = Math.exp(-event.deltaY / 300)
    const next = viewer.currentScale * scaleFactor
    if (next < scaleLimits.min || next > scaleLimits.max) return
    viewer.updateScale({ scaleFactor, drawingDelay: 200, origin: [event.clientX, event.clientY] })
  }
  container.addEventListener('wheel', turn, { passive: false, signal })
}

/** The sheet of a page, whether drawn yet or not. */
export function pdfPage({ viewer, page }: { viewer: PDFViewer; page: number }): HTMLElement | null {
  const view: unknown = viewer.getPageView(page - 1)
  const element = typeof view === 'object' && view !== null && 'div' in view ? view.div : null
  return element instanceof HTMLElement ? element : null
}
