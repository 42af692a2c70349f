import { expect, test } from 'vitest'
import { decodeBmp, readBmpSize } from './bmp'

const [red, green, blue, white] = ['ff0000', '00ff00', '0000ff', 'ffffff']

/** A bitmap of 2 × 2 pixels: its own head (without sizes), colours and rows, the lowest first, as hexadecimal bytes. */
function bitmap(input: {
  bits: number
  packing?: number
  palette?: string
  rows: string
  height?: number
}): Buffer {
  const { bits, packing = 0, palette = '', rows, height = 2 } = input
  const head = Buffer.alloc(40)
  head.writeUInt32LE(40, 0)
  head.writeInt32LE(2, 4)
  head.writeInt32LE(height, 8)
  head.writeUInt16LE(1, 12)
  head.writeUInt16LE(bits, 14)
  head.writeUInt32LE(packing, 16)
  return file({ head, palette, rows })
}

function file({ head, palette, rows }: { head: Buffer; palette: string; rows: string }): Buffer {
  const start = Buffer.alloc(14)
  start.write('BM', 'latin1')
  start.writeUInt32LE(14 + head.length + palette.length / 2, 10)
  return Buffer.concat([start, head, Buffer.from(palette, 'hex'), Buffer.from(rows, 'hex')])
}

/** Colours row by row from the top. */
function coloursOf(bmp: Buffer): string[] {
  const { pixels } = decodeBmp(bmp)
  return [0, 3, 6, 9].map((at) => pixels.toString('hex', at, at + 3))
}

const fourColours = '0000ff0000ff0000ff000000ffffff00'

test.each([
  ['4 bits', { bits: 4, palette: fourColours, rows: '2300000001000000' }],
  ['8 bits', { bits: 8, palette: fourColours, rows: '0203000000010000' }],
  ['16 bits', { bits: 16, rows: '1f00ff7f007ce003' }],
  ['24 bits', { bits: 24, rows: 'ff0000ffffff00000000ff00ff000000' }],
  ['32 bits', { bits: 32, rows: 'ff000000ffffff000000ff0000ff0000' }],
  // So often one colour (1, …); 0, 0 ends a row and 0, 1 the picture.
  ['runs', { bits: 8, packing: 1, palette: fourColours, rows: '0102010300000100010100000001' }],
  // The masks of red, green and blue: red lies highest.
  [
    'masks',
    { bits: 32, packing: 3, palette: '000000ff0000ff0000ff0000', rows: '00ff000000ffffff000000ff0000ff00' },
  ],
])('a bitmap of %s is decoded', (_, given) => {
  expect(coloursOf(bitmap(given))).toEqual([red, green, blue, white])
})

test('a bitmap of 1 bit has eight pixels in a byte', () => {
  const bmp = bitmap({ bits: 1, palette: '0000ff00ffffff00', rows: '8000000040000000' })
  expect(coloursOf(bmp)).toEqual([red, white, white, red])
})

test('the first row comes first where the height is negative', () => {
  const topDown = bitmap({ bits: 8, palette: fourColours, rows: '0001000002030000', height: -2 })
  expect(coloursOf(topDown)).toEqual([red, green, blue, white])
  expect(readBmpSize(topDown)).toEqual({ width: 2, height: 2 })
})

test('an OS/2 bitmap has its size in 16 bits and colours of three bytes', () => {
  const head = Buffer.from('0c000000020002000100', 'hex')
  const bits = Buffer.from('0800', 'hex')
  const palette = '0000ff00ff00ff0000ffffff'
  const os2 = file({ head: Buffer.concat([head, bits]), palette, rows: '0203000000010000' })
  expect(readBmpSize(os2)).toEqual({ width: 2, height: 2 })
  expect(coloursOf(os2)).toEqual([red, green, blue, white])
})

test('a bitmap that ends early, or is none, is refused', () => {
  expect(() => decodeBmp(bitmap({ bits: 24, rows: 'ff0000' }))).toThrow('ends early')
  expect(() => readBmpSize(Buffer.from('GIF89a'))).toThrow('No bitmap')
})
