import type { AcceptedContentType } from '@/base/contract'
import { openImage } from './picture/open-image'
import { readPicture } from './picture/read-picture'
import type { Reading, Word } from './reading'

/**
 * Reads a picture of a page; words have boxes in its own pixels.
 * @throws DocumentError when it is damaged or its dimensions are beyond the limit.
 */
export async function readImage(file: { path: string; contentType: AcceptedContentType }): Promise<Reading> {
  const { picture, scale } = await openImage(file)
  const { width, height, words, turned, isTooSmall } = await readPicture(picture)
  const full = (length: number) => length / scale
  return {
    pages: [
      {
        number: 1,
        width: Math.round(full(width)),
        height: Math.round(full(height)),
        words: words.map((word) => ({ ...word, box: scaleBox({ box: word.box, full }) })),
        source: 'ocr',
        turned,
      },
    ],
    attachments: [],
    notices: isTooSmall ? [{ code: 'print.too_small', pages: [1] }] : [],
  }
}

function scaleBox({ box, full }: { box: Word['box']; full: (length: number) => number }): Word['box'] {
  return { x: full(box.x), y: full(box.y), width: full(box.width), height: full(box.height) }
}
