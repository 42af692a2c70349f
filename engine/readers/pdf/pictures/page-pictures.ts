import type { Box } from '../../reading'
import { areaOf, intersect } from '../paint/matrix'
import type { Area, PageObjects } from '../paint/page-objects'
import { type Edges, type PageFrame, placeOnPage } from '../pdfium/page-frame'
import type { Pdfium } from '../pdfium/pdfium'
import { withScratch } from '../pdfium/scratch'

/** A picture on a page, with its box in points on the page as displayed. */
export type PagePicture = { object: number; box: Box; share: number }

const gridSide = 48

/** The pictures that a page shows, each cut to what lies on the page. */
export function listPictures({ objects, frame }: { objects: PageObjects; frame: PageFrame }): PagePicture[] {
  const page = areaOf(frame)
  return objects.areas.flatMap((area) => {
    const edges = shownEdges({ area, frame })
    if (!edges) return []
    const box = placeOnPage({ frame, turned: 0, edges })
    return [{ object: area.object, box, share: page > 0 ? areaOf(edges) / page : 0 }]
  })
}

function shownEdges({ area, frame }: { area: Area; frame: PageFrame }): Edges | null {
  if (area.kind !== 'picture') return null
  const edges = intersect(area.edges, frame)
  return areaOf(edges) > 0 ? edges : null
}

/** Pixels to a point: a coarser picture is a stretched ground and shows no print. */
const coarsestPrint = 0.5

/** Pixels to a point of the finest picture that may hold print; infinite where there is none. */
export function finestScale({ pdfium, pictures }: { pdfium: Pdfium; pictures: PagePicture[] }): number {
  const scales = pictures.map(({ object, box }) =>
    Math.sqrt(countPixels({ pdfium, object }) / (box.width * box.height)),
  )
  const finest = Math.max(...scales)
  return finest >= coarsestPrint ? finest : Number.POSITIVE_INFINITY
}

function countPixels({ pdfium, object }: { pdfium: Pdfium; object: number }): number {
  return withScratch({
    pdfium,
    use: ({ at, integer }) =>
      pdfium._FPDFImageObj_GetImagePixelSize(object, at(0), at(1)) ? integer(0) * integer(1) : 0,
  })
}

/** Share of a page that its pictures cover together, 0 to 1; scanners store a page in strips. */
export function coveredShare({
  pictures,
  page,
}: {
  pictures: PagePicture[]
  page: { width: number; height: number }
}): number {
  const grid = new Uint8Array(gridSide * gridSide)
  const column = (x: number) => Math.round((x / Math.max(1, page.width)) * gridSide)
  const row = (y: number) => Math.round((y / Math.max(1, page.height)) * gridSide)
  for (const { box } of pictures) {
    for (let y = row(box.y); y < Math.min(gridSide, row(box.y + box.height)); y += 1) {
      grid.fill(1, y * gridSide + column(box.x), y * gridSide + Math.min(gridSide, column(box.x + box.width)))
    }
  }
  return grid.reduce((sum, cell) => sum + cell, 0) / grid.length
}
