import sharp, { type Sharp } from 'sharp'

export type GreyPicture = { width: number; height: number; pixels: Buffer }

/** A raw grey picture as sharp takes it. */
export function toSharp({ width, height, pixels }: GreyPicture): Sharp {
  return sharp(pixels, { raw: { width, height, channels: 1 } })
}

export async function toGreyPicture(image: Sharp): Promise<GreyPicture> {
  // Without being told, sharp would make three colours of the grey, to give back one of them.
  const { data, info } = await image
    .greyscale()
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, pixels: data }
}
