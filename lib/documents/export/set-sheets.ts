import { type ConversionSpec, type SpecColumn, specSheets } from '@/lib/steps/conversion-spec'
import { each, type JsonPath, parseJsonPath, resolvePath, splitAtList } from '@/lib/steps/json-path'
import type { CsvValue } from '@/lib/table/csv'
import type { TableColumn, TableSheet } from '@/lib/table/table-sheet'
import type { ExportedDocument } from './document-columns'
import { type ResultColumn, type ResultColumns, readCell } from './result-columns'
import { toCell } from './split-result'

type SetSource = {
  spec: ConversionSpec
  /** What a sheet without a name is called. */
  name: string
  documents: () => AsyncIterable<ExportedDocument>
  /** What the step's schema says of its fields. */
  known: ResultColumns
}

/** The sheets of a saved column set: one row a document, or one for each entry of the list its columns come from. */
export function setSheets({ spec, name, documents, known }: SetSource): TableSheet[] {
  return specSheets({ spec, name }).map((sheet) => {
    const columns = sheet.columns.map((column) => readColumn({ column, known }))
    return {
      name: sheet.name,
      columns: columns.map(({ head }) => head),
      rows: () => rowsOf({ columns, documents: documents() }),
    }
  })
}

type Column = {
  head: TableColumn
  path: JsonPath
  /** Null of a value of the whole. */
  list: JsonPath | null
  /** From the document, or from an entry of the list. */
  way: JsonPath
  kind: ResultColumn['kind']
}

function readColumn({ column, known }: { column: SpecColumn; known: ResultColumns }): Column {
  const isComputed = column.type === 'formula'
  const path = (isComputed ? null : parseJsonPath(column.jsonPath ?? '')) ?? []
  const { list = null, rest = path } = splitAtList(path) ?? {}
  const kind = kindOf({ list, way: rest, known })
  return { head: { head: column.header, isText: kind === 'text' }, path, list, way: rest, kind }
}

function kindOf({ list, way, known }: Pick<Column, 'list' | 'way'> & { known: ResultColumns }) {
  const columns = list ? known.lists.find((one) => one.list === list.join('.'))?.columns : known.values
  const named = way.filter((step) => step !== each)
  return columns?.find(({ path }) => path === named.join('.'))?.kind ?? 'unknown'
}

type Rows = { columns: Column[]; documents: AsyncIterable<ExportedDocument> }

async function* rowsOf({ columns, documents }: Rows): AsyncGenerator<CsvValue[]> {
  const list = columns.find((column) => column.list)?.list ?? null
  for await (const { result } of documents) {
    if (!result) continue
    for (const entry of entriesOf({ result, list })) {
      yield columns.map(({ path, list: isOfList, way, kind }) => {
        if (path.length === 0) return null
        const value = isOfList
          ? resolvePath({ value: entry, path: way })
          : resolvePath({ value: result, path })
        return readCell({
          value: toCell(Array.isArray(value) ? value.flat(Number.POSITIVE_INFINITY) : value),
          kind,
        })
      })
    }
  }
}

/** A document whose list is empty is one row all the same: none is lost. */
function entriesOf({ result, list }: { result: unknown; list: JsonPath | null }): unknown[] {
  const entries = list ? resolvePath({ value: result, path: list }) : undefined
  return Array.isArray(entries) && entries.length > 0 ? entries : [undefined]
}
