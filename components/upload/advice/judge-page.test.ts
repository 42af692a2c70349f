import sharp from 'sharp'
import { expect, test } from 'vitest'
import { type Damage, damagePicture, damages, type Picture } from '@/tests/papers/damage'
import { makePaper } from '@/tests/papers/make-paper'
import { createRandom } from '@/tests/papers/random'
import { drawPage } from '@/tests/papers/to-picture'
import { judgedSidePx, judgePage, type PageFault } from './judge-page'

const seeds = [1, 2, 3, 4, 5, 6, 7, 8]
const drawn = new Map<number, Promise<Picture>>()

async function pageOf(seed: number): Promise<Picture> {
  const known = drawn.get(seed) ?? drawPage(makePaper({ seed }), { dpi: 130 })
  drawn.set(seed, known)
  const { data, ...size } = await known
  return { ...size, data: Buffer.from(data) }
}

const damaged = async ({ seed, damage }: { seed: number; damage: Damage }) =>
  damagePicture({ picture: await pageOf(seed), damage, random: createRandom(seed) })

async function judge(picture: Buffer): Promise<PageFault[]> {
  const side = { width: judgedSidePx, height: judgedSidePx, fit: 'inside', withoutEnlargement: true } as const
  const image = sharp(picture).flatten({ background: 'white' }).resize(side).greyscale().raw()
  const { data, info } = await image.toBuffer({ resolveWithObject: true })
  return judgePage({ greys: new Uint8Array(data), width: info.width, height: info.height })
}

/** Share of the made pages about which the fault is told. */
async function shareTold(given: { fault: PageFault; make: (seed: number) => Promise<Buffer> }) {
  const told: boolean[] = []
  for (const seed of seeds) told.push((await judge(await given.make(seed))).includes(given.fault))
  return told.filter(Boolean).length / seeds.length
}

const honest = [
  'none',
  'scan',
  'tilted',
  'noisy',
  'shadow',
  'photo',
  'creased',
  'faint',
  'compressed',
] as const

test('of pages that can be read, at most three in a hundred are doubted', { timeout: 240_000 }, async () => {
  const doubted: string[] = []
  for (const name of honest) {
    for (const seed of seeds) {
      const faults = await judge(await damaged({ seed, damage: damages[name] }))
      if (faults.length > 0) doubted.push(`${name} ${seed}: ${faults}`)
    }
  }
  expect(doubted.length / (honest.length * seeds.length), doubted.join(', ')).toBeLessThanOrEqual(0.03)
})

test.each<Damage>([{ blur: 2.2 }, { blur: 3, noise: 4, jpegQuality: 80 }])(
  'of pages out of focus (%o) nine in ten are called blurred',
  async (damage) => {
    expect(
      await shareTold({ fault: 'blurred', make: (seed) => damaged({ seed, damage }) }),
    ).toBeGreaterThanOrEqual(0.9)
  },
)

test('every page taken in the dark is called so, and nothing else is said of it', async () => {
  for (const seed of seeds) {
    const photo = await damaged({ seed, damage: damages.scan })
    expect(await judge(await sharp(photo).linear(0.3, 0).png().toBuffer())).toEqual(['dark'])
  }
})

test.each([
  ['left', 0.2, 1],
  ['right', 0, 0.85],
])('of pages whose lines are cut off at the %s seven in eight are called so', async (_side, from, to) => {
  const make = async (seed: number) => {
    const picture = await damaged({ seed, damage: damages.scan })
    const { width = 0, height = 0 } = await sharp(picture).metadata()
    const left = Math.round(width * from)
    const part = { left, top: 0, width: Math.round(width * to) - left, height }
    return sharp(picture).extract(part).png().toBuffer()
  }
  expect(await shareTold({ fault: 'cut', make })).toBeGreaterThanOrEqual(0.85)
})

test('paper without print is called blank, grain or not', async () => {
  const blank = () => ({ data: Buffer.alloc(900 * 1_200 * 3, 240), width: 900, height: 1_200 })
  for (const damage of [{}, { noise: 6, jpegQuality: 80 }, { shadow: 0.4, noise: 4 }]) {
    const picture = await damagePicture({ picture: blank(), damage, random: createRandom(1) })
    expect(await judge(picture)).toEqual(['blank'])
  }
})

test('a picture smaller than a tile is blank and no error', () => {
  expect(judgePage({ greys: new Uint8Array(4).fill(200), width: 2, height: 2 })).toEqual(['blank'])
})
