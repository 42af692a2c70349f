import type { PageWords } from '@/base/contract'
import { buildLayout, type LayoutPage } from '../extract/layout/layout'
import { toReadingOrder } from '../extract/layout/reading-order'
import { placeOnPage } from '../extract/paper/evidence'
import type { Reading, Word } from '../readers/reading'
import { type PageWord, wordLimits } from './page-words'

/** What was read of each page, in reading order; print along the side of a page comes last. */
export function listWords(reading: Reading): PageWords[] {
  const { pages } = buildLayout(reading.pages.slice(0, wordLimits.pages))
  return pages.map((page) => {
    const isOnItsSide = page.turned === 90 || page.turned === 270
    return {
      page: page.number,
      width: isOnItsSide ? page.height : page.width,
      height: isOnItsSide ? page.width : page.height,
      words: [...laidWords(page), ...sidewaysWords(page)].slice(0, wordLimits.wordsPerPage),
    }
  })
}

function laidWords(page: LayoutPage): PageWord[] {
  return page.lines.flatMap(({ segments }) =>
    segments.flatMap(({ words }) => words.map((word) => toPageWord({ word, page, slope: page.slope }))),
  )
}

/** No line took them, so nothing laid them straight. */
function sidewaysWords(page: LayoutPage): PageWord[] {
  const words = page.words.filter((word) => word.isSideways && word.text !== '')
  return toReadingOrder(words).map((word) => toPageWord({ word, page, slope: 0 }))
}

function toPageWord({ word, page, slope }: { word: Word; page: LayoutPage; slope: number }): PageWord {
  return {
    text: word.text.slice(0, wordLimits.charactersPerWord),
    box: placeOnPage({ box: word.box, page: { ...page, slope } }),
    confidence: Math.round(word.confidence * 100) / 100,
    source: word.origin,
  }
}
