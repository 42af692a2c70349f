import { expect, test } from 'vitest'
import { clearSurroundings } from './clear-surroundings'
import type { GreyPicture } from './grey-picture'

const [width, height] = [800, 600]
const paper = { left: 240, right: 560, top: 60, bottom: 540 }

test('what lies around the paper becomes white, and the print on it stays', () => {
  const photo = draw((x, y) => (isOnPaper(x, y) ? print(x, y) : grain(x, y)))
  const cleared = clearSurroundings(photo)
  expect(levelAt(cleared, 40, 300)).toBe(255)
  expect(levelAt(cleared, 760, 300)).toBe(255)
  for (let y = 100; y < 500; y += 1) {
    const row = (picture: GreyPicture) => picture.pixels.subarray(y * width + 290, y * width + 510)
    expect(row(cleared).equals(row(photo)), `row ${y}`).toBe(true)
  }
})

test('a picture of paper alone stays as it is', () => {
  const page = draw(print)
  expect(clearSurroundings(page)).toBe(page)
})

test('a picture without any paper stays as it is', () => {
  const wood = draw(grain)
  expect(clearSurroundings(wood)).toBe(wood)
})

test('a picture whose print stands in no rectangle stays as it is, whatever else is calm in it', () => {
  const isInAngle = (x: number, y: number) => (x < 140 && y < 500) || (x < 620 && y < 140)
  const isInPatch = (x: number, y: number) => x >= 380 && x < 620 && y >= 300 && y < 480
  const photo = draw((x, y) => {
    if (isInAngle(x, y)) return y % 40 < 10 && x % 9 < 4 ? 0 : 255
    return isInPatch(x, y) ? print(x, y) : grain(x, y)
  })
  expect(clearSurroundings(photo)).toBe(photo)
})

function draw(level: (x: number, y: number) => number): GreyPicture {
  const pixels = Buffer.alloc(width * height)
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) pixels[y * width + x] = level(x, y)
  return { width, height, pixels }
}

function isOnPaper(x: number, y: number): boolean {
  return x >= paper.left && x < paper.right && y >= paper.top && y < paper.bottom
}

/** Lines of small dark marks, 40 pixels apart. */
function print(x: number, y: number): number {
  return y % 40 < 10 && x % 9 < 4 && x > 280 && x < 520 ? 0 : 255
}

/** Streaks of dark and light, most of them dark. */
function grain(x: number, y: number): number {
  return (y * 7 + Math.floor(x / 50)) % 10 < 7 ? 120 : 250
}

function levelAt({ pixels }: GreyPicture, x: number, y: number): number {
  return pixels[y * width + x] ?? -1
}
