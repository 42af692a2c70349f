import type { Box, Evidence, Rotation } from '../result/evidence'
import type { ResultValue } from '../result/result-tree'

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
  rotate: () => void
}

/** A place on a page where a value was read. */
export type Mark = { path: string; label: string; text: string; evidence: Evidence & { box: Box } }

export const zoomStep = 1.2
export const scaleLimits = { min: 0.1, max: 8 }

/** Brings the middle of a box into the middle of its scrolling place, unless it is well in sight already. */
export function scrollToBox({ place, page, box }: { place: HTMLElement; page: HTMLElement; box: Box }): void {
  const around = place.getBoundingClientRect()
  const sheet = page.getBoundingClientRect()
  const top = sheet.top + box[1] * sheet.height - around.top
  const left = sheet.left + box[0] * sheet.width - around.left
  const height = box[3] * sheet.height
  const width = box[2] * sheet.width
  const isInSight = top > 24 && top + height < around.height - 24 && left > 0 && left + width < around.width
  if (isInSight) return
  place.scrollBy({
    top: top + height / 2 - around.height / 2,
    left: left + width / 2 - around.width / 2,
    behavior: 'smooth',
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
