import { openSearch } from '@/engine/extract/labelled/search/collect'
import { toPaper } from '@/engine/extract/paper/paper'
import { readJsonSchema } from '@/engine/extract/schema/json-schema'
import { readSchemaFields } from '@/engine/extract/schema/read-schema'
import type { ValueField } from '@/engine/extract/schema/schema-field'
import { pageOfText } from './page-of-text'

export const text = { type: 'string' }

/** What a page shows to the fields of a schema; `field` is the one of that path. */
export function searchIn(properties: Record<string, unknown>, ...lines: string[]) {
  const paper = toPaper(pageOfText(...lines))
  const fields = readSchemaFields(readJsonSchema({ type: 'object', properties })).values
  const search = openSearch({ paper, fields, taken: new Set() })
  const fieldOf = (path: string): ValueField => {
    const found = fields.find((field) => field.path.join('.') === path)
    if (!found) throw new Error(`The schema asks for no ${path}.`)
    return found
  }
  /** The first cell that begins with this. */
  const cellOf = (begin: string) => {
    const cell = paper.lines.flatMap(({ segments }) => segments).find((one) => one.text.startsWith(begin))
    if (!cell) throw new Error(`No cell begins with ${begin}.`)
    return cell
  }
  return { paper, fields, search, fieldOf, cellOf }
}
