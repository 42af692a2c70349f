import type { GreyPicture } from './grey-picture'

/** On whitened paper, whatever is darker than this is ink. */
const inkBelow = 236
const minHeightPx = 5
const maxHeightPx = 160

/**
 * Height of the usual letter in pixels on whitened paper, from the connected patches of ink; null where there are too few to tell.
 * Each patch counts with its width, so that specks of dirt have no say.
 */
export function measureLetterHeight(picture: GreyPicture): number | null {
  const patches = findPatches(picture).filter(isLetterLike)
  if (patches.length < 20) return null
  patches.sort((a, b) => a.height - b.height)
  const totalWidth = patches.reduce((sum, patch) => sum + patch.width, 0)
  let width = 0
  for (const patch of patches) {
    width += patch.width
    if (width >= totalWidth / 2) return patch.height
  }
  return null
}

type Patch = { width: number; height: number }

/** Small print runs together into patches as wide as words; rules are wider or thinner than that. */
function isLetterLike({ width, height }: Patch): boolean {
  return height >= minHeightPx && height <= maxHeightPx && width >= height * 0.25 && width <= height * 10
}

type Run = { start: number; end: number; patch: number }
type Extent = { left: number; right: number; top: number; bottom: number; parent: number }

/** Joins the runs of ink of each row with those they touch in the row above. */
function findPatches(picture: GreyPicture): Patch[] {
  const extents: Extent[] = []
  let above: Run[] = []
  for (let y = 0; y < picture.height; y += 1) {
    const runs = findRuns({ picture, y })
    let at = 0
    for (const run of runs) {
      while ((above[at]?.end ?? Number.POSITIVE_INFINITY) <= run.start) at += 1
      for (let touching = at; (above[touching]?.start ?? Number.POSITIVE_INFINITY) < run.end; touching += 1) {
        joinRun({ run, patch: above[touching]?.patch ?? -1, extents })
      }
      if (run.patch < 0)
        run.patch = extents.push({ left: run.start, right: run.end, top: y, bottom: y, parent: -1 }) - 1
      widen({ extent: extents[rootOf({ patch: run.patch, extents })], run, y })
    }
    above = runs
  }
  return extents
    .filter((extent) => extent.parent < 0)
    .map(({ left, right, top, bottom }) => ({ width: right - left, height: bottom - top + 1 }))
}

function findRuns({ picture, y }: { picture: GreyPicture; y: number }): Run[] {
  const runs: Run[] = []
  const row = y * picture.width
  let start = -1
  for (let x = 0; x <= picture.width; x += 1) {
    const isInk = x < picture.width && (picture.pixels[row + x] ?? 255) < inkBelow
    if (isInk && start < 0) start = x
    if (isInk || start < 0) continue
    runs.push({ start, end: x, patch: -1 })
    start = -1
  }
  return runs
}

function joinRun({ run, patch, extents }: { run: Run; patch: number; extents: Extent[] }): void {
  const root = rootOf({ patch, extents })
  const own = run.patch < 0 ? root : rootOf({ patch: run.patch, extents })
  run.patch = root
  const [kept, joined] = [extents[root], extents[own]]
  if (own === root || !kept || !joined) return
  joined.parent = root
  kept.left = Math.min(kept.left, joined.left)
  kept.right = Math.max(kept.right, joined.right)
  kept.top = Math.min(kept.top, joined.top)
}

function rootOf({ patch, extents }: { patch: number; extents: Extent[] }): number {
  let root = patch
  for (let parent = extents[root]?.parent ?? -1; parent >= 0; parent = extents[root]?.parent ?? -1)
    root = parent
  return root
}

function widen({ extent, run, y }: { extent: Extent | undefined; run: Run; y: number }): void {
  if (!extent) return
  extent.left = Math.min(extent.left, run.start)
  extent.right = Math.max(extent.right, run.end)
  extent.bottom = y
}
