import { z } from 'zod'
import { filterToSearch } from '../model/list-filter'
import { documentFilterSchema } from '../model/schema'
import { columnIds, columnsSchema } from './list-columns'

export const maxViewNameLength = 80
/** So many views one person may keep. */
export const maxViews = 100

/** A filter in the words of an address, which are read the same way everywhere. */
const filterWordsSchema = z.record(z.string(), z.string())
const wantedFilterSchema = documentFilterSchema
  .omit({ cursor: true, limit: true, check: true })
  .strict()
  .transform((filter) => Object.fromEntries(filterToSearch(filter)))

const name = z.string().trim().min(1).max(maxViewNameLength)

export const newViewSchema = z.strictObject({
  name,
  /** Seen by all who may see documents. */
  shared: z.boolean().default(false),
  filter: wantedFilterSchema,
  columns: columnsSchema,
})
export type NewView = z.output<typeof newViewSchema>
export const viewChangeSchema = z
  .strictObject({ name, shared: z.boolean(), filter: wantedFilterSchema, columns: columnsSchema })
  .partial()
export type ViewChange = z.output<typeof viewChangeSchema>

/** A list by its name: what it is narrowed to, its order and its columns. */
const documentViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  shared: z.boolean(),
  /** Null once the person is gone. */
  owner: z.object({ id: z.string(), name: z.string() }).nullable(),
  isOwn: z.boolean(),
  mayChange: z.boolean(),
  filter: filterWordsSchema,
  columns: z.array(z.enum(columnIds)),
})
export type DocumentView = z.infer<typeof documentViewSchema>

export const documentViewsSchema = z.object({ views: z.array(documentViewSchema) })
export type DocumentViews = z.infer<typeof documentViewsSchema>

/** The answer to a change: what was changed, and all as they now are. */
export const changedViewSchema = documentViewsSchema.extend({ id: z.string() })

/** A person's own columns; null until they chose some. */
export const ownColumnsSchema = z.object({ columns: z.array(z.enum(columnIds)).nullable() })
export type OwnColumns = z.infer<typeof ownColumnsSchema>
export const ownColumnsChangeSchema = z.strictObject({ columns: columnsSchema })
