/** An ICC profile that says what its red, green and blue look like (ICC.1:2022 §7.2). */
type Profile = Uint8Array

const searchedBytes = 1_000_000
/** Segments of a JPEG hold 65,533 bytes at most; profiles of cameras have a few hundred. */
const largestProfile = 60_000

/** The first colour profile for RGB among the properties of a HEIF file; null where there is none, so its colours are sRGB. Pure. */
export function findProfile(heif: Buffer): Profile | null {
  const head = heif.subarray(0, searchedBytes)
  for (let at = head.indexOf('colrprof'); at >= 4; at = head.indexOf('colrprof', at + 1)) {
    const profile = head.subarray(at + 8, at - 4 + head.readUInt32BE(at - 4))
    const isProfile = profile.toString('latin1', 36, 40) === 'acsp'
    const isRgb = profile.toString('latin1', 16, 20) === 'RGB '
    if (isProfile && isRgb && profile.length <= largestProfile) return profile
  }
  return null
}

/** The JPEG with the profile in a segment of its own, behind the first (ICC.1:2022 annex B.4). Pure. */
export function attachProfile({ jpeg, profile }: { jpeg: Buffer; profile: Profile | null }): Buffer {
  if (!profile) return jpeg
  const name = Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1')
  const head = Buffer.from([0xff, 0xe2, 0, 0])
  head.writeUInt16BE(2 + name.length + profile.length, 2)
  // JFIF wants its own segment right after the start.
  const isJfif = jpeg.readUInt16BE(2) === 0xffe0
  const at = isJfif ? 4 + jpeg.readUInt16BE(4) : 2
  return Buffer.concat([jpeg.subarray(0, at), head, name, profile, jpeg.subarray(at)])
}
