import type { Word } from '../../readers/reading'
import { type Found, toFound } from '../layout/found'
import type { Paper } from '../paper/paper'
import { certaintyOf } from '../ranking/weights'
import type { ValueField } from '../schema/schema-field'
import type { SchemaValue } from '../values/read-kind'
import { assign } from './assign'
import { rankCandidates, scoreCandidates } from './rank-candidates'
import { openSearch } from './search/collect'
import { trainedWeights } from './trained-weights'

/** Less certain values are left to a model, or to people: of those shown nine in ten are to be right. */
const leastCertainty = 0.7

/**
 * The single values that a schema asks for, each by the labels printed near it.
 * @param taken words of the rows of lists, which are seldom single values
 */
export function findLabelled({
  paper,
  fields,
  taken,
}: {
  paper: Paper
  fields: ValueField[]
  taken: Set<Word>
}): Map<ValueField, Found<SchemaValue>> {
  if (fields.length === 0) return new Map()
  const { weights, calibration } = trainedWeights('value')
  const search = openSearch({ paper, fields, taken })
  const rankings = new Map(
    fields.map((field) => [field, rankCandidates({ ...scoreCandidates({ search, field }), weights })]),
  )
  const found = new Map<ValueField, Found<SchemaValue>>()
  for (const [field, { candidate, share }] of assign(rankings)) {
    const certainty = certaintyOf({ share, calibration })
    if (certainty < leastCertainty) continue
    const { read, zone } = candidate
    found.set(field, toFound({ read, page: zone.cell.page, score: certainty }))
  }
  return found
}
