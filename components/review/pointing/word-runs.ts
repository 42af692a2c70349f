import type { PageWords } from '@/base/contract'
import type { Box } from '@/lib/documents/attention/evidence'
import type { Place } from '@/lib/documents/model/corrections'

export type PageWord = Pick<PageWords['words'][number], 'text'> & { box: Box }

/** Words one after the other, by their places on the page; both ends included. */
export type Run = { from: number; to: number }

const longestText = 1_000

/** What some words of a page say together, and where. */
export function placeOf({ words, page }: { words: PageWord[]; page: number }): Place | null {
  if (words.length === 0) return null
  const text = words.map((word) => word.text).join(' ')
  return { page, box: boxAround(words.map(({ box }) => box)), text: text.slice(0, longestText) }
}

function boxAround(boxes: Box[]): Box {
  const left = Math.min(...boxes.map(([x]) => x))
  const top = Math.min(...boxes.map(([, y]) => y))
  const right = Math.max(...boxes.map(([x, , width]) => x + width))
  const bottom = Math.max(...boxes.map(([, y, , height]) => y + height))
  return [round(left), round(top), round(Math.min(1, right) - left), round(Math.min(1, bottom) - top)]
}

/** As evidence is. */
const round = (share: number) => Math.round(share * 10_000) / 10_000

type Point = readonly [x: number, y: number]

/** Print is hit when its line is: half its height around it counts. */
const margin = 0.5

/** The word at a point, the smallest where several are; -1 where none is. */
export function wordAt({ boxes, point: [x, y] }: { boxes: Box[]; point: Point }): number {
  let found = -1
  for (const [at, box] of boxes.entries()) {
    const [left, top, width, height] = box
    const around = Math.min(width, height) * margin
    const isHit =
      x >= left - around && x <= left + width + around && y >= top - around && y <= top + height + around
    if (isHit && (found < 0 || areaOf(box) < areaOf(boxes[found] ?? box))) found = at
  }
  return found
}

const areaOf = ([, , width, height]: Box) => width * height

/** The words of a block drawn open from a word to a point: those whose middle lies in it. */
export function wordsInBlock({ boxes, from, to }: { boxes: Box[]; from: number; to: Point }): number[] {
  const start = boxes[from]
  if (!start) return []
  const [x, y, width, height] = start
  const [left, right] = [Math.min(x, to[0]), Math.max(x + width, to[0])]
  const [top, bottom] = [Math.min(y, to[1]), Math.max(y + height, to[1])]
  return boxes.flatMap(([wordX, wordY, wordWidth, wordHeight], at) => {
    const [middleX, middleY] = [wordX + wordWidth / 2, wordY + wordHeight / 2]
    const isIn = middleX >= left && middleX <= right && middleY >= top && middleY <= bottom
    return isIn || at === from ? [at] : []
  })
}

/** Beyond so many heights of print, a gap parts two columns. */
const widestGap = 1.2

/** Whether a word stands right behind another on its line. */
export function isBehind({ before, word }: { before: PageWord; word: PageWord }): boolean {
  const [x, y, width, height] = before.box
  const [nextX, nextY, , nextHeight] = word.box
  const isOnLine = Math.abs(y + height / 2 - (nextY + nextHeight / 2)) < Math.max(height, nextHeight) / 2
  // Pages are about as much higher than wide as their boxes make heights look smaller than widths.
  const gap = (nextX - x - width) / (Math.max(height, nextHeight) * 1.4)
  return isOnLine && gap > -0.5 && gap < widestGap
}
