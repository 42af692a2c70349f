export type Point = { x: number; y: number }

/** Where a line of print lies: its first corner, the way it runs and the way across it, both in full length. */
export type LineFrame = { origin: Point; along: Point; across: Point }

export function lengthOf({ x, y }: Point): number {
  return Math.hypot(x, y)
}

/** A point of the frame; `along` and `across` are shares of its length and height. */
export function pointIn({
  frame,
  along,
  across,
}: {
  frame: LineFrame
  along: number
  across: number
}): Point {
  return {
    x: frame.origin.x + frame.along.x * along + frame.across.x * across,
    y: frame.origin.y + frame.along.y * along + frame.across.y * across,
  }
}

/** The same line on a picture of another size, or of another part of it. */
export function moveFrame(input: {
  frame: LineFrame
  scaleX: number
  scaleY: number
  top: number
}): LineFrame {
  const { frame, scaleX, scaleY, top } = input
  const scaled = ({ x, y }: Point) => ({ x: x * scaleX, y: y * scaleY })
  const origin = scaled(frame.origin)
  return {
    origin: { x: origin.x, y: origin.y + top },
    along: scaled(frame.along),
    across: scaled(frame.across),
  }
}

/** Printed along the side of the page. */
export function isSideways({ along, across }: LineFrame): boolean {
  return Math.abs(along.y) > Math.abs(along.x) && lengthOf(along) > lengthOf(across)
}
