import type { GreyPicture } from './grey-picture'

/** A picture as a PGM file: its pixels behind a line that says how many, so nothing is packed to be unpacked again. */
export function toPgm({ width, height, pixels }: GreyPicture): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), pixels])
}
