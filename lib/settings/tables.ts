import { jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '../db/columns'

export const settings = pgTable('settings', {
  key: text('key').primaryKey(),
  value: jsonb('value').notNull(),
  changedAt: instant('changed_at').notNull().defaultNow(),
  changedBy: text('changed_by'),
})
