export type Point = { x: number; y: number }

export type Corners = { upperLeft: Point; upperRight: Point; lowerRight: Point; lowerLeft: Point }

/** Where a point of the picture lies on a sheet with these corners, 0 to 1 from its upper left. */
export function createSheetPosition(corners: Corners): (x: number, y: number) => Point {
  const [a, b, c, d, e, f, g, h, i] = invert(projectSquare(corners))
  return (x, y) => {
    const depth = g * x + h * y + i
    return { x: (a * x + b * y + c) / depth, y: (d * x + e * y + f) / depth }
  }
}

type Matrix = readonly [number, number, number, number, number, number, number, number, number]

/** The projection of the unit square to four corners (Heckbert, Fundamentals of Texture Mapping, 1989). */
function projectSquare({ upperLeft, upperRight, lowerRight, lowerLeft }: Corners): Matrix {
  const [dx1, dy1] = [upperRight.x - lowerRight.x, upperRight.y - lowerRight.y]
  const [dx2, dy2] = [lowerLeft.x - lowerRight.x, lowerLeft.y - lowerRight.y]
  const sx = upperLeft.x - upperRight.x + lowerRight.x - lowerLeft.x
  const sy = upperLeft.y - upperRight.y + lowerRight.y - lowerLeft.y
  const area = dx1 * dy2 - dx2 * dy1
  const g = (sx * dy2 - dx2 * sy) / area
  const h = (dx1 * sy - sx * dy1) / area
  return [
    upperRight.x - upperLeft.x + g * upperRight.x,
    lowerLeft.x - upperLeft.x + h * lowerLeft.x,
    upperLeft.x,
    upperRight.y - upperLeft.y + g * upperRight.y,
    lowerLeft.y - upperLeft.y + h * lowerLeft.y,
    upperLeft.y,
    g,
    h,
    1,
  ]
}

/** Up to a factor, which the division by depth takes out. */
function invert([a, b, c, d, e, f, g, h, i]: Matrix): Matrix {
  return [
    e * i - f * h,
    c * h - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ]
}
