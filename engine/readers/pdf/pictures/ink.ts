import type { Picture } from '../../picture/picture'
import type { Box } from '../../reading'

/** Where a page is darker than the paper around, 1 or 0 a pixel; rules and edges of the sheet left out. */
type InkMap = { width: number; height: number; ink: Uint8Array; total: number }

/** Pixels to a point at which ink is looked for: 100 dpi. */
export const inkScale = 1.4
const tilePx = 32
/** Of 255. */
const inkContrast = 45
/** No letter is that long; a rule is. */
const longestStrokePx = 42
/** Of the picture's sides: what scanners leave at the edge of a sheet. */
const edgeShare = 0.015

/** @param picture grey, at `inkScale`. */
export function findInk(picture: Picture): InkMap {
  const { width, height, pixels } = picture
  const ink = new Uint8Array(width * height)
  const edge = Math.ceil(Math.min(width, height) * edgeShare)
  for (let top = 0; top < height; top += tilePx) {
    for (let left = 0; left < width; left += tilePx) {
      markTile({ picture, ink, left, top, edge })
    }
  }
  dropStrokes({ ink, lines: height, length: width, lineStep: width, step: 1 })
  dropStrokes({ ink, lines: width, length: height, lineStep: 1, step: width })
  let total = 0
  for (let at = 0; at < pixels.length; at += 1) total += ink[at] ?? 0
  return { width, height, ink, total }
}

function markTile(input: {
  picture: Picture
  ink: Uint8Array
  left: number
  top: number
  edge: number
}): void {
  const { picture, ink, left, top, edge } = input
  const { width, height, pixels } = picture
  const right = Math.min(width, left + tilePx)
  const bottom = Math.min(height, top + tilePx)
  const level = paperLevel({ picture, left, top, right, bottom }) - inkContrast
  for (let y = Math.max(edge, top); y < Math.min(height - edge, bottom); y += 1) {
    for (let x = Math.max(edge, left); x < Math.min(width - edge, right); x += 1) {
      const at = y * width + x
      if ((pixels[at] ?? 255) < level) ink[at] = 1
    }
  }
}

/** As bright as all but the brightest eighth of a tile. */
function paperLevel(input: {
  picture: Picture
  left: number
  top: number
  right: number
  bottom: number
}): number {
  const { picture, left, top, right, bottom } = input
  const histogram = new Uint32Array(256)
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const grey = picture.pixels[y * picture.width + x] ?? 255
      histogram[grey] = (histogram[grey] ?? 0) + 1
    }
  }
  let left8th = ((right - left) * (bottom - top)) / 8
  for (let level = 255; level > 0; level -= 1) {
    left8th -= histogram[level] ?? 0
    if (left8th <= 0) return level
  }
  return 0
}

/** Rules in one direction: unbroken ink that is longer than any letter. */
function dropStrokes(input: {
  ink: Uint8Array
  lines: number
  length: number
  lineStep: number
  step: number
}): void {
  const { ink, lines, length, lineStep, step } = input
  for (let line = 0; line < lines; line += 1) {
    let run = 0
    for (let position = 0; position <= length; position += 1) {
      const at = line * lineStep + position * step
      if (position < length && ink[at]) {
        run += 1
        continue
      }
      if (run > longestStrokePx) {
        for (let back = 1; back <= run; back += 1) ink[at - back * step] = 0
      }
      run = 0
    }
  }
}

/** Ink within a box, which is in points of the page that the map shows. */
export function inkIn({ map, box }: { map: InkMap; box: Box }): number {
  let found = 0
  eachPixel({ map, box, use: (at) => (found += map.ink[at] ?? 0) })
  return found
}

/** Share of all ink, 0 to 1, that lies in one of the boxes; 1 on a page without ink. */
export function accountedShare({ map, boxes }: { map: InkMap; boxes: Box[] }): number {
  if (map.total === 0) return 1
  const seen = new Uint8Array(map.ink.length)
  let found = 0
  for (const box of boxes) {
    eachPixel({
      map,
      box,
      use: (at) => {
        if (seen[at] === 1) return
        seen[at] = 1
        found += map.ink[at] ?? 0
      },
    })
  }
  return found / map.total
}

/** A little around the box, as text layers are seldom exact. */
function eachPixel({ map, box, use }: { map: InkMap; box: Box; use: (at: number) => void }): void {
  const slack = Math.min(4, box.height * 0.25)
  const left = Math.max(0, Math.floor((box.x - slack) * inkScale))
  const right = Math.min(map.width, Math.ceil((box.x + box.width + slack) * inkScale))
  const top = Math.max(0, Math.floor((box.y - slack) * inkScale))
  const bottom = Math.min(map.height, Math.ceil((box.y + box.height + slack) * inkScale))
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) use(y * map.width + x)
  }
}
