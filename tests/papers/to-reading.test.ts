import { describe, expect, it } from 'vitest'
import { plainText } from '../../engine/readers/plain-text'
import { makePaper } from './make-paper'
import { toReading, wordsOfOccurrence } from './to-reading'

const papers = Array.from({ length: 60 }, (_, index) => makePaper({ seed: 1000 + index }))

describe('a made paper read', { timeout: 60_000 }, () => {
  it('gives the words of every run as text of a PDF', () => {
    for (const paper of papers) {
      const reading = toReading(paper)
      const texts = reading.pages.flatMap((page) => page.words.map((word) => word.text))
      const printed = paper.pages.flatMap((page) =>
        page.runs.flatMap((run) => run.text.match(/\S+/g)?.map(plainText) ?? []),
      )
      expect(texts).toEqual(printed)
      expect(reading.pages.every((page) => page.source === 'text')).toBe(true)
    }
  })

  it('finds the words of every printing of a value, exact and with noise', () => {
    for (const paper of papers) {
      for (const noise of [0, 1]) {
        const reading = toReading(paper, { noise, seed: 5 })
        for (const [field, { occurrences }] of Object.entries(paper.truth)) {
          for (const occurrence of occurrences) {
            const words = wordsOfOccurrence({ reading, occurrence })
            expect(words.length, `${paper.id} ${field}`).toBeGreaterThan(noise === 0 ? 0 : -1)
            for (const { page, word } of words) expect(reading.pages[page]?.words[word]).toBeDefined()
          }
        }
      }
    }
  })

  it('misreads with noise, the same way for the same seed', () => {
    const paper = papers[0]
    if (!paper) throw new Error('There is no paper.')
    const noisy = toReading(paper, { noise: 2, seed: 9 })
    expect(noisy).toEqual(toReading(paper, { noise: 2, seed: 9 }))
    expect(noisy.pages[0]?.source).toBe('ocr')
    expect(noisy.pages[0]?.words.some((word) => word.confidence < 1)).toBe(true)
  })
})
