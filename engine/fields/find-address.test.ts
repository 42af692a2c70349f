import { expect, it } from 'vitest'
import { indexLabels } from './candidates'
import { findAddress } from './find-address'
import { buildLayout } from '../extract/layout/layout'

it('takes all lines of the block, a town of its own line and words set wide apart', () => {
  expect(addressOf('Corner Café', 'No 8, @Jalan Besar', 'Kota Tinggi', '81900 Johor', 'Tel 07 555 01')).toBe(
    'No 8, Jalan Besar, Kota Tinggi, 81900 Johor',
  )
})

it('takes no registration number and no specks for lines of it', () => {
  expect(addressOf('Corner Café', '(65351-M)', '12 Mill Street', '-', '45402 Dayton')).toBe(
    '12 Mill Street, 45402 Dayton',
  )
})

/** `@` sets a word a line's height further to the right. */
function addressOf(...texts: string[]): string | undefined {
  const words = texts.flatMap((text, line) => {
    let x = 40
    return text.split(' ').map((word) => {
      const width = word.length * 6
      x += word.startsWith('@') ? 18 : 0
      const box = { x, y: 30 + line * 14, width, height: 10 }
      x += width + 4
      return { text: word.replace('@', ''), box, confidence: 1 }
    })
  })
  const page = { number: 1, width: 400, height: 600, words, source: 'ocr', turned: 0 } as const
  const layout = buildLayout({ pages: [page], attachments: [] })
  return findAddress({ layout, labels: indexLabels([]) })?.value
}
