/** A photographed page that waits to be sent; `turn` is what a person turned it by, clockwise, on top of its EXIF. */
export type Shot = { id: string; file: File; turn: 0 | 90 | 180 | 270 }

export function turnShot(shot: Shot): Shot {
  const next = { 0: 90, 90: 180, 180: 270, 270: 0 } as const
  return { ...shot, turn: next[shot.turn] }
}

/** The same pages with one of them a place further to the front (-1) or the back (1). */
export function moveShot({ shots, id, by }: { shots: Shot[]; id: string; by: -1 | 1 }): Shot[] {
  const from = shots.findIndex((shot) => shot.id === id)
  const shot = shots[from]
  const to = from + by
  if (!shot || to < 0 || to >= shots.length) return shots
  const others = shots.filter((one) => one !== shot)
  return [...others.slice(0, to), shot, ...others.slice(to)]
}
