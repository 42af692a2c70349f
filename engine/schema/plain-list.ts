import { findSlots } from '../fields/find-slots'
import { toFound } from '../extract/found'
import type { Layout } from '../extract/layout/layout'
import { textOf } from '../extract/layout/word-text'
import type { Word } from '../readers/reading'
import { findNamedLabels, indexNamedLabels } from './find-named-labels'
import type { ListRow } from './list-rows'
import type { ListField, ValueField } from '../extract/schema/schema-field'
import { evenWeights } from '../extract/labels/similarity'

const entryScore = 0.75
const bullet = /^[•·▪‣*–-]$/

/** Values behind a label, separated by commas, or in the lines below it: `Languages: Spanish, French`. */
export function readPlainList({ list, layout }: { list: ListField; layout: Layout }): ListRow[] {
  const [item] = list.columns
  if (!item) return []
  const named: ValueField = { ...item, phrases: list.phrases }
  const labels = findNamedLabels({ layout, fields: [named], weights: evenWeights })
  const labelled = indexNamedLabels(labels)
  const [best] = labels
    .filter(({ similarities }) => (similarities.get(named) ?? 0) >= 0.8)
    .sort((a, b) => (b.similarities.get(named) ?? 0) - (a.similarities.get(named) ?? 0))
  const page = best && layout.pages[best.hit.pageIndex]
  if (!best || !page) return []
  const slots = findSlots({ hit: best.hit, page, labelled })
  const directions = ['inline', 'right', 'below'] as const
  const nearest = directions.find((direction) => slots.some((slot) => slot.direction === direction))
  const lines = slots.filter(({ direction }) => direction === nearest)
  return lines.flatMap(({ words }) =>
    splitEntries(words).map((entry): ListRow => {
      const value = textOf(entry).replace(/[\s,;.]+$/, '')
      const found = toFound({
        read: { value, words: entry, quality: 1 },
        pageIndex: best.hit.pageIndex,
        score: entryScore,
      })
      return new Map([[item, found]])
    }),
  )
}

function splitEntries(words: Word[]): Word[][] {
  const entries: Word[][] = []
  let isNew = true
  for (const word of words) {
    if (bullet.test(word.text)) {
      isNew = true
      continue
    }
    if (isNew) entries.push([])
    entries.at(-1)?.push(word)
    isNew = /[,;]$/.test(word.text)
  }
  return entries.filter((entry) => /[\p{L}\d]/u.test(textOf(entry)))
}
