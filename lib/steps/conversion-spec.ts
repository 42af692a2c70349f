import { z } from 'zod'
import { parseJsonPath, splitAtList } from './json-path'

const maxColumns = 100
const maxSheets = 10
/** Excel's own limit. */
const maxSheetName = 31

/** A column as DocuTray's conversionSpec has it. A formula is kept as it is and computed by nobody here. */
const specColumnSchema = z
  .strictObject({
    header: z.string().trim().min(1).max(200),
    jsonPath: z.string().trim().min(1).max(500).optional(),
    type: z.enum(['data', 'formula']).optional(),
    formula: z.string().min(1).max(2000).optional(),
  })
  .refine(
    ({ type, formula }) => type !== 'formula' || formula !== undefined,
    'a formula column needs a formula',
  )
  .refine(
    ({ type, jsonPath }) => type === 'formula' || jsonPath !== undefined,
    'a data column needs a jsonPath',
  )
  .refine(
    ({ jsonPath }) => jsonPath === undefined || parseJsonPath(jsonPath) !== null,
    'no path that is read here',
  )
export type SpecColumn = z.infer<typeof specColumnSchema>

const specColumnsSchema = z
  .array(specColumnSchema)
  .min(1)
  .max(maxColumns)
  .refine((columns) => listsOf(columns).size <= 1, 'the columns of one sheet come from one list')

/** The lists whose entries are rows of a sheet. */
function listsOf(columns: SpecColumn[]): Set<string> {
  const lists = columns.flatMap(
    ({ jsonPath }) => splitAtList(parseJsonPath(jsonPath ?? '') ?? [])?.list.join() ?? [],
  )
  return new Set(lists)
}

/** How a result becomes columns, to the letter of DocuTray's conversionSpec, which this reads and writes. */
export const conversionSpecSchema = z.union([
  z.strictObject({ columns: specColumnsSchema }),
  z.strictObject({
    sheets: z
      .array(z.strictObject({ name: z.string().trim().min(1).max(maxSheetName), columns: specColumnsSchema }))
      .min(1)
      .max(maxSheets),
  }),
])
export type ConversionSpec = z.infer<typeof conversionSpecSchema>

/** `name` is what a sheet without one is called. */
export function specSheets({ spec, name }: { spec: ConversionSpec; name: string }) {
  return 'sheets' in spec ? spec.sheets : [{ name, columns: spec.columns }]
}
