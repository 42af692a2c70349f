import { boolean, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './columns'

/** Turns of one process at a time at something they share; a turn whose holder died ends by itself. */
export const leases = pgTable('leases', {
  name: text('name').primaryKey(),
  holder: text('holder').notNull(),
  until: instant('until').notNull(),
  /** Somebody waits for it, and asks the holder to be brief. */
  wanted: boolean('wanted').notNull().default(false),
})
