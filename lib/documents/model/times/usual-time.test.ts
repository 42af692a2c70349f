import { expect, test } from 'vitest'
import { bucketOf, findUsualTime, learnUsualTimes, type Reading } from './usual-time'

const pdf = { stepId: 'invoice', contentType: 'application/pdf', pages: 2, bytes: 90_000 }
const readings = (times: number[], kind = pdf): Reading[] => times.map((tookMs) => ({ ...kind, tookMs }))
const seconds = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => (first + index) * 1000)

test('half of the documents ended within the range told, 19 of 20 before the overdue mark', () => {
  const times = learnUsualTimes(readings(seconds(1, 100)))
  expect(findUsualTime({ times, document: pdf })).toEqual({ fromMs: 25_000, toMs: 75_000, overdueMs: 95_000 })
})

test('four finished documents say nothing about the fifth', () => {
  expect(findUsualTime({ times: learnUsualTimes(readings(seconds(1, 4))), document: pdf })).toBeNull()
})

test('a document of a size with too little history is told the time of its step', () => {
  const times = learnUsualTimes(readings(seconds(11, 20)))
  expect(findUsualTime({ times, document: { ...pdf, pages: 80 } })?.fromMs).toBe(13_000)
  expect(findUsualTime({ times, document: { ...pdf, stepId: 'receipt' } })).toBeNull()
})

test('many pages do not make one page look slow', () => {
  const times = learnUsualTimes([
    ...readings(seconds(1, 10)),
    ...readings(seconds(301, 310), { ...pdf, pages: 60 }),
  ])
  expect(findUsualTime({ times, document: pdf })?.toMs).toBe(8000)
  expect(findUsualTime({ times, document: { ...pdf, pages: 60 } })?.fromMs).toBe(303_000)
})

test('nothing is overdue within 15 seconds, however fast the others were', () => {
  const times = learnUsualTimes(readings([100, 120, 140, 160, 180]))
  expect(findUsualTime({ times, document: pdf })?.overdueMs).toBe(15_000)
})

test('a picture of several pages, which is read as a PDF, is told apart as one', () => {
  expect(bucketOf({ ...pdf, contentType: 'image/tiff' })).toBe(bucketOf(pdf))
})

test('pictures are told apart by bytes, PDFs by pages', () => {
  const picture = { ...pdf, contentType: 'image/png', pages: 1 }
  expect(bucketOf({ ...picture, bytes: 400_000 })).not.toBe(bucketOf({ ...picture, bytes: 9_000_000 }))
  expect(bucketOf({ ...pdf, bytes: 400_000 })).toBe(bucketOf({ ...pdf, bytes: 9_000_000 }))
})
