import { sql } from 'drizzle-orm'
import { boolean, index, integer, numeric, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '../../db/columns'
import { documents } from '../tables'

/** By what an invoice is known again (invoice-keys), of the result that a document is at; its findings stand with that. */
export const invoiceKeys = pgTable(
  'invoice_keys',
  {
    documentId: text('document_id')
      .primaryKey()
      .references(() => documents.id, { onDelete: 'cascade' }),
    attempt: integer('attempt').notNull(),
    /** The document's own: which of two was there first. */
    receivedAt: instant('received_at').notNull(),
    kind: text('kind').$type<'invoice' | 'credit'>().notNull(),
    taxId: text('tax_id'),
    supplierKey: text('supplier_key'),
    numberKey: text('number_key'),
    total: numeric('total', { mode: 'number' }),
    currency: text('currency'),
    account: text('account'),
    isAccountSure: boolean('is_account_sure').notNull(),
    isAccountVouched: boolean('is_account_vouched').notNull(),
    /** The earlier paper that it looks like, and the one whose account is another. */
    sameAs: text('same_as'),
    accountUnlike: text('account_unlike'),
    /** Grows with each change; up to which it was compared with others. */
    revision: integer('revision').notNull().default(1),
    compared: integer('compared').notNull().default(0),
    /** Of comparing this revision; null while none failed. */
    nextTryAt: instant('next_try_at'),
    failedTries: integer('failed_tries').notNull().default(0),
  },
  (table) => [
    index('invoice_keys_same').on(table.numberKey, table.total).where(sql`${table.numberKey} is not null`),
    index('invoice_keys_accounts_by_tax_id')
      .on(table.taxId, table.receivedAt)
      .where(sql`${table.account} is not null`),
    index('invoice_keys_accounts_by_name')
      .on(table.supplierKey, table.receivedAt)
      .where(sql`${table.account} is not null`),
    index('invoice_keys_same_as').on(table.sameAs).where(sql`${table.sameAs} is not null`),
    index('invoice_keys_account_unlike')
      .on(table.accountUnlike)
      .where(sql`${table.accountUnlike} is not null`),
    index('invoice_keys_due').on(table.receivedAt).where(sql`${table.revision} > ${table.compared}`),
  ],
)
