import type { PDFPageProxy } from 'pdfjs-dist'
import type { ReactNode } from 'react'
import type { Box, Evidence } from '@/lib/documents/attention/evidence'
import type { ResultValue } from '../result/result-tree'
import type { PageFocus } from './page-focus'

export type Rotation = 0 | 90 | 180 | 270

export type Fit = 'width' | 'page'

/** How the original is looked at, the same for a PDF and for a picture. */
export type PageView = {
  page: number
  pageCount: number
  /** 1 is the size of the original. */
  scale: number
  /** What the size follows, or null where it was chosen by hand. */
  fit: Fit | null
  rotation: Rotation
}

export type PageControls = {
  goToPage: (page: number) => void
  zoom: (direction: 'in' | 'out') => void
  fitTo: (fit: Fit) => void
  /** Brings the page so close that text of a box is read with ease. */
  closeIn: (place: { page: number; box: Box }) => void
  rotate: () => void
}

/** A place on a page where a value was read. */
export type Mark = { path: string; label: string; text: string; evidence: Evidence & { box: Box } }

export const zoomStep = 1.2
export const scaleLimits = { min: 0.1, max: 8 }

export function limitScale(scale: number): number {
  return Math.min(scaleLimits.max, Math.max(scaleLimits.min, scale))
}

/** Of the width of its container, what a box takes when the page is brought close to it. */
const boxShare = 0.4
/** Against the page fitted to the width of its container. */
const closeness = { min: 1, max: 2.5 }

/** The scale at which a box is read with ease; `fitted` is that at which the page is as wide as its container. */
export function closeScale({ box, fitted }: { box: Box; fitted: number }): number {
  const wanted = boxShare / Math.max(box[2], 0.01)
  return limitScale(fitted * Math.min(closeness.max, Math.max(closeness.min, wanted)))
}

type Shown = {
  focus: PageFocus
  /** Of the page unrotated. */
  box: Box
  rotation: Rotation
  controls: PageControls
  container: HTMLElement
  page: HTMLElement
}

/** Brings the place looked at into sight; close and exactly where it is to be decided now. */
export function showFocus({ focus, box: unrotated, rotation, controls, container, page }: Shown): void {
  const box = rotateBox({ box: unrotated, rotation })
  const isExact = focus.how === 'review'
  if (isExact) controls.closeIn({ page: focus.evidence.page, box })
  scrollToBox({ container, page, box, isExact })
}

/** Brings the middle of a box into the middle of its container, unless it is well in sight already. */
export function scrollToBox({
  container,
  page,
  box,
  isExact = false,
}: {
  container: HTMLElement
  page: HTMLElement
  box: Box
  /** To the middle at once, however well it is in sight. */
  isExact?: boolean
}): void {
  const view = container.getBoundingClientRect()
  const sheet = page.getBoundingClientRect()
  const top = sheet.top + box[1] * sheet.height - view.top
  const left = sheet.left + box[0] * sheet.width - view.left
  const height = box[3] * sheet.height
  const width = box[2] * sheet.width
  const isInSight = top > 24 && top + height < view.height - 24 && left > 0 && left + width < view.width
  if (isInSight && !isExact) return
  container.scrollBy({
    top: top + height / 2 - view.height / 2,
    left: left + width / 2 - view.width / 2,
    behavior: isExact ? 'instant' : 'smooth',
  })
}

/** The values whose place on a page is known. */
export function toMarks({
  values,
  textOf,
}: {
  values: ResultValue[]
  textOf: (value: ResultValue) => string
}): Mark[] {
  return values.flatMap((value) => {
    const { path, label, evidence } = value
    if (!evidence?.box || value.value === null) return []
    return [{ path, label, text: textOf(value), evidence: { ...evidence, box: evidence.box } }]
  })
}

/** What every way of showing an original takes. */
export type OriginalProps = {
  url: string
  name: string
  bytes: number
  marks: Mark[]
  focus: PageFocus | null
  marksShown: boolean
  /** Whether the keys of the page are for this original. */
  hasKeys: boolean
  onToggleMarks: () => void
  onChoose: (path: string) => void
  /** Opens the original anew after a failure. */
  onRetry: () => void
} & PageLayers

/** What others lay over the pages. */
export type PageLayers = {
  overlay?: ((layer: { page: number; rotation: Rotation }) => ReactNode) | undefined
  /** Told of a PDF while it is open: how one of its pages is got at. */
  onPdf?: ((findPage: FindPdfPage | null) => void) | undefined
}

type FindPdfPage = (page: number) => Promise<PDFPageProxy | null>

/** The box on a page turned clockwise by `rotation`. */
export function rotateBox({ box, rotation }: { box: Box; rotation: Rotation }): Box {
  const [x, y, width, height] = box
  if (rotation === 90) return [1 - y - height, x, height, width]
  if (rotation === 180) return [1 - x - width, 1 - y - height, width, height]
  if (rotation === 270) return [y, 1 - x - width, height, width]
  return box
}

const quarters: Rotation[] = [0, 90, 180, 270]

export function rotateClockwise(degrees: number): Rotation {
  return quarters.find((quarter) => quarter === (degrees + 90) % 360) ?? 0
}
