import { boolean, index, integer, json, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { instant } from '../db/columns'
import type { Answered } from './rules/paper'
import type { Relation } from './rules/relations'
import type { Rule, Scalar } from './rules/rule'

/** Whose papers lessons are about: one row for each step and supplier. */
export const lessonSuppliers = pgTable(
  'lesson_suppliers',
  {
    id: text('id').primaryKey(),
    stepId: text('step_id').notNull(),
    /** As people put it right; null where no paper names one. */
    name: text('name'),
    /** Keys by which its papers are known (suppliers/match-supplier): as people put them right, and as answered. */
    taxIds: jsonb('tax_ids').$type<string[]>().notNull(),
    names: jsonb('names').$type<string[]>().notNull(),
    aliases: jsonb('aliases').$type<{ taxIds: string[]; names: string[] }>().notNull(),
    form: jsonb('form').$type<string[]>().notNull(),
    relations: jsonb('relations').$type<Relation[]>().notNull(),
    /** Grows with each change: what was concluded from an older one is concluded anew. */
    revision: integer('revision').notNull().default(0),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [index('lesson_suppliers_step').on(table.stepId)],
)

/** How one value of a supplier's papers is read. Its figures are counted from the examples, so that none is counted twice. */
export const lessons = pgTable(
  'lessons',
  {
    id: text('id').primaryKey(),
    supplierId: text('supplier_id')
      .notNull()
      .references(() => lessonSuppliers.id, { onDelete: 'cascade' }),
    path: text('path').notNull(),
    rule: json('rule').$type<Rule>().notNull(),
    /** Papers on which it had something to say; right ones; those of them that were answered right without it. */
    tried: integer('tried').notNull(),
    right: integer('right').notNull(),
    answeredRight: integer('answered_right').notNull(),
    madeFrom: jsonb('made_from').$type<string[]>().notNull(),
    people: jsonb('people').$type<string[]>().notNull(),
    /** Enough agree; without, it is only proposed. */
    isActive: boolean('is_active').notNull(),
    /** A person's switch. */
    enabled: boolean('enabled').notNull().default(true),
    /** Checked documents that showed its value; on so many it was right. */
    used: integer('used').notNull(),
    usedRight: integer('used_right').notNull(),
    learntAt: instant('learnt_at').notNull(),
  },
  (table) => [uniqueIndex('lessons_of_supplier').on(table.supplierId, table.path)],
)

/** What a person's look at one document teaches. */
export const lessonExamples = pgTable(
  'lesson_examples',
  {
    documentId: text('document_id').primaryKey(),
    supplierId: text('supplier_id')
      .notNull()
      .references(() => lessonSuppliers.id, { onDelete: 'cascade' }),
    answered: json('answered').$type<Record<string, Answered>>().notNull(),
    truth: jsonb('truth').$type<Record<string, Scalar>>().notNull(),
    people: jsonb('people').$type<Record<string, string[]>>().notNull(),
    /** Tax number and name, as answered and as put right. */
    issuer: jsonb('issuer').$type<ExampleIssuer>().notNull(),
    /** By path, which lesson's value the document showed when it was checked. */
    uses: jsonb('uses').$type<Record<string, Use>>().notNull(),
    receivedAt: instant('received_at').notNull(),
  },
  (table) => [index('lesson_examples_supplier').on(table.supplierId, table.receivedAt)],
)

type Issuer = { taxId: string | null; name: string | null }
export type ExampleIssuer = { answered: Issuer; truth: Issuer }
export type Use = { lessonId: string; isRight: boolean }

/** Documents that a person corrected or checked since they were last learnt from. */
export const lessonsDue = pgTable('lessons_due', {
  documentId: text('document_id').primaryKey(),
  /** Also the lease of whoever is at it. */
  dueAt: instant('due_at').notNull(),
  /** How often it was asked for: what is asked for meanwhile is done again. */
  asked: integer('asked').notNull().default(1),
  failedTries: integer('failed_tries').notNull().default(0),
})
