import { bigint, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '../db/columns'

const bytes = (name: string) => bigint(name, { mode: 'number' })

/** Room promised to uploads and forms that are on their way in, by their id, until they are taken in or given up. */
export const promisedRoom = pgTable('promised_room', {
  id: text('id').primaryKey(),
  personId: text('person_id').notNull(),
  /** What was announced, and what of it had arrived when a piece of it last began. */
  bytes: bytes('bytes').notNull(),
  arrivedBytes: bytes('arrived_bytes').notNull().default(0),
  promisedAt: instant('promised_at').notNull().defaultNow(),
})
