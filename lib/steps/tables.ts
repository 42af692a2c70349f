import { boolean, integer, json, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '../db/columns'
import type { ConversionSpec } from './conversion-spec'

/** Steps as the upstream lists them or an admin entered them; a step once used stays known by name. */
export const steps = pgTable('steps', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  source: text('source').$type<'upstream' | 'settings' | 'admin'>().notNull(),
  /** `json`, not `jsonb`: the order of the fields is the order they are shown in. */
  schema: json('schema').$type<Record<string, unknown>>(),
  /** Place in the list it came from; null for a step added by hand, which comes after. */
  position: integer('position'),
  hiddenAt: instant('hidden_at'),
  /** Whether what people correct is learnt and applied. */
  learns: boolean('learns').notNull().default(true),
})

/** Columns by a name, for exports of one step's results. */
export const columnSets = pgTable('column_sets', {
  id: text('id').primaryKey(),
  stepId: text('step_id')
    .notNull()
    .references(() => steps.id, { onDelete: 'cascade' }),
  name: text('name').notNull().unique(),
  /** DocuTray's conversionSpec; `json` keeps its order of members. */
  spec: json('spec').$type<ConversionSpec>().notNull(),
})
