import { type GreyPicture, toGreyPicture, toSharp } from './grey-picture'
import { type ReadingAttempt, readingLimits } from './limits'
import type { QuarterTurn } from './reading'
import { measureLetterHeight } from './text-height'

export async function turnPicture({
  picture,
  degrees,
}: {
  picture: GreyPicture
  degrees: QuarterTurn
}): Promise<GreyPicture> {
  return degrees === 0 ? picture : toGreyPicture(toSharp(picture).rotate(degrees))
}

const blankDeviation = 2

/** Paper without print: its brightness hardly varies (standard deviation), so reading it would only find dirt. */
export function isBlank({ pixels }: GreyPicture): boolean {
  let sum = 0
  let sumOfSquares = 0
  for (let at = 0; at < pixels.length; at += 1) {
    const level = pixels[at] ?? 0
    sum += level
    sumOfSquares += level * level
  }
  const mean = sum / pixels.length
  return sumOfSquares / pixels.length - mean * mean < blankDeviation ** 2
}

/**
 * Letters of these heights are read best, by attempt (measured on the samples): the first suits figures, the second
 * names. Small print has lost its edges and gains from being larger still.
 */
const bestHeightsPx = { usual: { 1: 21, 2: 28 }, small: { 1: 28, 2: 24 } }
const smallPrintBelowPx = 13
const scaleWhenUnknown = 1.5
const maxScale = 3.2
const minScale = 0.35

/**
 * Brings a picture to the size that OCR reads best, going by the height of its letters.
 * `scale` is the factor by which it grew.
 */
export async function resizeForOcr({
  picture,
  attempt,
}: {
  picture: GreyPicture
  attempt: ReadingAttempt
}): Promise<{ resized: GreyPicture; scale: number }> {
  const letterHeightPx = measureLetterHeight(picture)
  const wanted =
    letterHeightPx === null ? scaleWhenUnknown : bestHeightFor({ letterHeightPx, attempt }) / letterHeightPx
  const bounded = Math.min(maxScale, Math.max(minScale, wanted))
  const longSide = Math.max(picture.width, picture.height)
  const width = Math.max(
    1,
    Math.round(picture.width * Math.min(bounded, readingLimits.ocrLongSidePx / longSide)),
  )
  const resized = await toGreyPicture(toSharp(picture).resize({ width, kernel: 'cubic' }))
  return { resized, scale: resized.width / picture.width }
}

function bestHeightFor({
  letterHeightPx,
  attempt,
}: {
  letterHeightPx: number
  attempt: ReadingAttempt
}): number {
  return letterHeightPx < smallPrintBelowPx ? bestHeightsPx.small[attempt] : bestHeightsPx.usual[attempt]
}
