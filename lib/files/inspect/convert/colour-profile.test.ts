import sharp from 'sharp'
import { expect, test } from 'vitest'
import { attachProfile, findProfile } from './colour-profile'

const plain = sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })

/** What cameras write: the profile of Display P3. */
async function cameraProfile(): Promise<Buffer> {
  const { icc } = await sharp(await plain.clone().withIccProfile('p3').jpeg().toBuffer()).metadata()
  if (!icc) throw new Error('no profile')
  return icc
}

const boxOf = (profile: Buffer) => {
  const head = Buffer.from('\0\0\0\0colrprof', 'latin1')
  head.writeUInt32BE(head.length + profile.length)
  return Buffer.concat([Buffer.alloc(40), head, profile, Buffer.alloc(40)])
}

test('the profile of a HEIF file is found and rides in the JPEG', async () => {
  const profile = await cameraProfile()
  const found = findProfile(boxOf(profile))
  expect(found && Buffer.from(found).equals(profile)).toBe(true)
  const jpeg = attachProfile({ jpeg: await plain.jpeg().toBuffer(), profile: found })
  const { icc, format } = await sharp(jpeg).metadata()
  expect(format).toBe('jpeg')
  expect(icc?.equals(profile)).toBe(true)
})

test('without a profile, or with something else in its place, the JPEG stays as it is', async () => {
  expect(findProfile(Buffer.alloc(200))).toBeNull()
  expect(findProfile(boxOf(Buffer.alloc(200)))).toBeNull()
  const jpeg = await plain.jpeg().toBuffer()
  expect(attachProfile({ jpeg, profile: null })).toBe(jpeg)
})
