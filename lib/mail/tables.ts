import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '../db/columns'
import type { MailKind, MailState } from './schema'

/**
 * Mails to send, written in the transaction of what they tell. Text and HTML are sealed with the desk's secret, and
 * forgotten once sent or given up: an invitation's link lets a person in.
 */
export const mails = pgTable(
  'mails',
  {
    id: text('id').primaryKey(),
    kind: text('kind').$type<MailKind>().notNull(),
    /** What makes a second mail about the same thing impossible. */
    key: text('key').notNull().unique(),
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    text: text('text'),
    html: text('html'),
    state: text('state').$type<MailState>().notNull().default('waiting'),
    tries: integer('tries').notNull().default(0),
    /** When it is tried next; also the lease while it is. */
    nextTryAt: instant('next_try_at'),
    /** The mail server's words to the last try. */
    problem: text('problem'),
    createdAt: instant('created_at').notNull().defaultNow(),
    endedAt: instant('ended_at'),
  },
  (table) => [index('mails_due').on(table.nextTryAt).where(sql`${table.state} = 'waiting'`)],
)
