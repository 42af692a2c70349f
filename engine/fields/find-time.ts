import { collectCandidates, type Labels } from './candidates'
import { type Found, toFound } from '../extract/found'
import { type Layout, wordsOf } from '../extract/layout/layout'
import { readTime } from '../extract/values/read-values'

/** The time of day of a purchase: as labelled, else the first one printed. */
export function findTime({ layout, labels }: { layout: Layout; labels: Labels }): Found<string> | null {
  const [labelled] = collectCandidates({ field: 'time', labels, layout, read: readTime })
  if (labelled) return labelled
  for (const line of layout.lines) {
    const read = readTime(wordsOf(line))
    if (read) return toFound({ read, pageIndex: line.pageIndex, score: 0.7 })
  }
  return null
}
