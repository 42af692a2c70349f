// @vitest-environment jsdom
import { expect, test, vi } from 'vitest'
import type { Box } from '@/lib/documents/attention/evidence'
import { buildResultTree, listValues } from '../result/result-tree'
import { rotateBox, rotateClockwise, scrollToBox, toMarks } from './page-view'

test('four quarter turns bring a box back to where it was', () => {
  const box: Box = [0.1, 0.2, 0.3, 0.05]
  let turned = box
  for (let turn = 0; turn < 4; turn += 1) turned = rotateBox({ box: turned, rotation: 90 })
  for (const [index, value] of box.entries()) expect(turned[index]).toBeCloseTo(value)
})

test('the top left corner goes round the page with each turn', () => {
  const box: Box = [0, 0, 0.2, 0.1]
  expect(rotateBox({ box, rotation: 0 })).toEqual(box)
  expect(rotateBox({ box, rotation: 90 })).toEqual([0.9, 0, 0.1, 0.2])
  expect(rotateBox({ box, rotation: 180 })).toEqual([0.8, 0.9, 0.2, 0.1])
  expect(rotateBox({ box, rotation: 270 })).toEqual([0, 0.8, 0.1, 0.2])
})

test('turning ends where it began', () => {
  expect([0, 90, 180, 270].map(rotateClockwise)).toEqual([90, 180, 270, 0])
})

test('only values that were found, and whose place is known, have a mark', () => {
  const result = {
    total: 12,
    date: '2026-01-01',
    tax: null,
    _evidence: {
      total: { page: 2, box: [0, 0, 1, 1] },
      date: { page: 1 },
      tax: { page: 1, box: [0, 0, 1, 1] },
    },
  }
  const values = listValues(buildResultTree({ result, resultSchema: null, locale: 'en' }))
  const marks = toMarks({ values, textOf: ({ value }) => `= ${value}` })
  expect(marks).toMatchObject([{ path: 'total', label: 'Total', text: '= 12', evidence: { page: 2 } }])
})

/** A view of 100 by 100 on a page of 200 by 1000 that is scrolled by so much. */
function scrolled(scrollTop: number, box: Box) {
  const at = (rect: Partial<DOMRect>) => ({ getBoundingClientRect: () => rect }) as HTMLElement
  const scrollBy = vi.fn()
  const container = Object.assign(at({ top: 50, left: 10, width: 100, height: 100 }), { scrollBy })
  scrollToBox({ container, page: at({ top: 50 - scrollTop, left: 10, width: 200, height: 1000 }), box })
  return scrollBy.mock.calls[0]?.[0]
}

test('a place out of sight is brought into the middle', () => {
  expect(scrolled(0, [0.5, 0.5, 0.1, 0.02])).toEqual({ top: 460, left: 60, behavior: 'smooth' })
})

test.each([
  [0, 0.03, false],
  [0, 0.024, true],
  [0, 0.056, true],
  [500, 0.53, false],
])('scrolled by %d, a place at %d of the page moves the view: %s', (scrollTop, top, isMoved) => {
  expect(scrolled(scrollTop, [0.1, top, 0.1, 0.02]) !== undefined).toBe(isMoved)
})
