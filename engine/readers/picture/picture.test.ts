import sharp from 'sharp'
import { expect, it } from 'vitest'
import { type Picture, toGrey, toPicture, turnPicture } from './picture'

const twoByOne: Picture = { width: 2, height: 1, channels: 3, pixels: Buffer.from([255, 0, 0, 0, 0, 255]) }

it('grey is as bright as the eye sees a colour, and a grey picture stays as it is', () => {
  const grey = toGrey({ ...twoByOne, width: 3, pixels: Buffer.from([255, 0, 0, 0, 255, 0, 0, 0, 255]) })
  expect([...grey.pixels]).toEqual([76, 150, 29])
  expect(grey.channels).toBe(1)
  expect(toGrey(grey).pixels).toBe(grey.pixels)
})

it('a turn is clockwise', async () => {
  const turned = await turnPicture({ picture: twoByOne, degrees: 90 })
  expect([turned.width, turned.height]).toEqual([1, 2])
  expect([...turned.pixels]).toEqual([255, 0, 0, 0, 0, 255])
  const back = await turnPicture({ picture: turned, degrees: 270 })
  expect(back).toEqual(twoByOne)
  expect(await turnPicture({ picture: twoByOne, degrees: 0 })).toBe(twoByOne)
})

it('what is decoded has three colours and nothing that shines through', async () => {
  const background = { r: 10, g: 20, b: 30, alpha: 0.5 }
  const image = sharp({ create: { width: 2, height: 3, channels: 4, background } })
  expect(await toPicture(image)).toMatchObject({ width: 2, height: 3, channels: 3 })
})
