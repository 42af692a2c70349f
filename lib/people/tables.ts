import { boolean, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '../db/columns'
import type { Locale } from '../i18n/catalogues'
import type { Ability, Role } from './roles'

export const users = pgTable('users', {
  id: text('id').primaryKey(),
  email: text('email').notNull().unique(),
  name: text('name').notNull(),
  passwordHash: text('password_hash').notNull(),
  role: text('role').$type<Role>().notNull(),
  disabledAt: instant('disabled_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
  /** The language of mails to the person; null until it is known. */
  locale: text('locale').$type<Locale>(),
  /** Mails wanted: when one's documents are done; when the month's pages run out (who sees usage). */
  mailsDone: boolean('mails_done').notNull().default(false),
  mailsQuota: boolean('mails_quota').notNull().default(true),
  /** Of documents that ended up to this moment the person was told, or wants to know nothing. */
  notifiedUpTo: instant('notified_up_to'),
  digestAt: instant('digest_at'),
})

/** One for each sign-in; the cookie holds its id. */
export const sessions = pgTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** What the browser calls itself. */
    device: text('device').notNull(),
    startedAt: instant('started_at').notNull().defaultNow(),
    lastSeenAt: instant('last_seen_at').notNull().defaultNow(),
    endedAt: instant('ended_at'),
  },
  (table) => [index('sessions_of_person').on(table.personId)],
)

/** With which a script calls as its person, perhaps for less than the person may. */
export const tokens = pgTable(
  'tokens',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    /** These three null: no narrower than the person. */
    abilities: text('abilities').array().$type<Ability[]>(),
    steps: text('steps').array(),
    monthlyPages: integer('monthly_pages'),
    createdAt: instant('created_at').notNull().defaultNow(),
    expiresAt: instant('expires_at'),
    lastUsedAt: instant('last_used_at'),
    revokedAt: instant('revoked_at'),
  },
  (table) => [index('tokens_of_person').on(table.personId)],
)

/** What opens as a token: two while one takes the place of the other. A secret has 256 random bits, so a plain hash keeps it. */
export const tokenSecrets = pgTable(
  'token_secrets',
  {
    hash: text('hash').primaryKey(),
    tokenId: text('token_id')
      .notNull()
      .references(() => tokens.id, { onDelete: 'cascade' }),
    last4: text('last4').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** Null for the newest. */
    endsAt: instant('ends_at'),
  },
  (table) => [index('token_secrets_of_token').on(table.tokenId)],
)

export const invitations = pgTable('invitations', {
  tokenHash: text('token_hash').primaryKey(),
  email: text('email').notNull(),
  role: text('role').$type<Role>().notNull(),
  invitedBy: text('invited_by').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
})

/** Links with which a person chooses a new password, once. */
export const passwordLinks = pgTable('password_links', {
  tokenHash: text('token_hash').primaryKey(),
  personId: text('person_id')
    .notNull()
    .references(() => users.id),
  createdBy: text('created_by').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
})

/** Tries to sign in that were not right, by subject, so that guessing slows down across restarts and processes. */
export const signInAttempts = pgTable('sign_in_attempts', {
  subject: text('subject').primaryKey(),
  tries: integer('tries').notNull(),
  lastTryAt: instant('last_try_at').notNull().defaultNow(),
  /** No try is judged before. */
  closedUntil: instant('closed_until').notNull().defaultNow(),
})
