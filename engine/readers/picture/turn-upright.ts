import type { QuarterTurn } from '../reading'
import { toStripInput } from './letters/strip-input'
import { cutStrip, stripHeightPx, stripWidth } from './lines/cut-strip'
import { findLines } from './lines/find-lines'
import { isSideways, type LineFrame, lengthOf } from './lines/line-frame'
import { modelPaths, runNetwork } from './models'
import { type Picture, turnPicture } from './picture'

type UprightPicture = { picture: Picture; lines: LineFrame[]; turned: QuarterTurn }

const linesAsked = 12
const directionWidthPx = 192
const sureFrom = 0.7

/** Turns a picture so that most of its lines are read from left to right, and finds them. */
export async function turnUpright(picture: Picture): Promise<UprightPicture> {
  let upright: UprightPicture = { picture, lines: await findLines(picture), turned: 0 }
  if (isMostlySideways(upright.lines)) upright = await turnFurther({ upright, degrees: 270 })
  if (await isUpsideDown(upright)) upright = await turnFurther({ upright, degrees: 180 })
  return upright
}

async function turnFurther(input: { upright: UprightPicture; degrees: 180 | 270 }): Promise<UprightPicture> {
  const picture = await turnPicture({ picture: input.upright.picture, degrees: input.degrees })
  // The sum of two quarter turns modulo 360 is a quarter turn.
  const turned = ((input.upright.turned + input.degrees) % 360) as QuarterTurn
  return { picture, lines: await findLines(picture), turned }
}

function isMostlySideways(lines: LineFrame[]): boolean {
  const clear = lines.filter(({ along, across }) => lengthOf(along) > 2 * lengthOf(across))
  return clear.filter(isSideways).length > clear.length / 2
}

async function isUpsideDown({ picture, lines }: UprightPicture): Promise<boolean> {
  const asked = lines
    .filter((line) => !isSideways(line))
    .sort((a, b) => lengthOf(b.along) - lengthOf(a.along))
    .slice(0, linesAsked)
  const strips = asked.map((frame) => firstPart({ picture, frame }))
  if (strips.length === 0) return false
  const { values } = await runNetwork({
    path: modelPaths.direction,
    values: toStripInput({ strips, width: directionWidthPx }),
    shape: [strips.length, 3, stripHeightPx, directionWidthPx],
  })
  // Two figures a strip: upright, upside down.
  const upsideDown = strips.filter((_, index) => (values[index * 2 + 1] ?? 0) > sureFrom)
  return upsideDown.length > strips.length / 2
}

function firstPart({ picture, frame }: { picture: Picture; frame: LineFrame }): Picture {
  const share = Math.min(1, directionWidthPx / stripWidth(frame))
  const part = { ...frame, along: { x: frame.along.x * share, y: frame.along.y * share } }
  return cutStrip({ picture, frame: part, width: Math.min(directionWidthPx, stripWidth(part)) })
}
