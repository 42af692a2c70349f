import { z } from 'zod'
import { quotaLevels } from './quota'

const instant = z.iso.datetime()
const count = z.number().int()
/** The upstream answered that it has no pages left for us; `resetsAt` where it said when it has again. */
const spentQuotaSchema = z.object({ since: instant, resetsAt: instant.nullable() })
const sumSchema = z.object({ pages: count, operations: count })

/**
 * Where a figure comes from: the upstream just now, its last answer (it cannot be reached), or our own ledger, which
 * knew more (or alone knows).
 */
const figureSources = ['upstream', 'remembered', 'ledger'] as const
export type FigureSource = (typeof figureSources)[number]

/** One calendar month; `ledger` is what this desk's own lines add up to. */
export const usageMonthSchema = sumSchema.extend({
  year: count,
  month: count.min(1).max(12),
  ledger: sumSchema,
  source: z.enum(figureSources),
  /** When the figure was true. */
  asOf: instant,
})
export type UsageMonth = z.infer<typeof usageMonthSchema>

export const usageOverviewSchema = z.object({
  timeZone: z.string(),
  /** Pages per calendar month; null without a quota. */
  quota: count.nullable(),
  /** Oldest first; the last is the current one. */
  months: z.array(usageMonthSchema),
  current: usageMonthSchema.extend({
    left: count.nullable(),
    startsAt: instant,
    resetsAt: instant,
    daysLeft: count,
    level: z.enum(quotaLevels),
    spentUpstream: spentQuotaSchema.nullable(),
    projection: z.object({ pages: count, exhaustsAt: instant.nullable() }).nullable(),
  }),
})
export type UsageOverview = z.infer<typeof usageOverviewSchema>

/** `pending` pages are accepted but not counted yet: waiting, on their way or being read. */
export const remainingPagesSchema = z.object({
  timeZone: z.string(),
  quota: count.nullable(),
  used: count,
  left: count.nullable(),
  pending: count,
  level: z.enum(quotaLevels),
  resetsAt: instant,
  spentUpstream: spentQuotaSchema.nullable().default(null),
})
export type RemainingPages = z.infer<typeof remainingPagesSchema>

export const overviewQuerySchema = z.object({ months: z.coerce.number().int().min(1).max(36).default(12) })

export const monthQuerySchema = z.object({
  year: z.coerce.number().int().min(2020).max(2100),
  month: z.coerce.number().int().min(1).max(12),
})

/** `2026-09` in an address. */
export const monthKeySchema = z
  .string()
  .regex(/^\d{4}-\d{2}$/)
  .transform((key) => ({ year: Number(key.slice(0, 4)), month: Number(key.slice(5)) }))
  .pipe(z.object({ year: count.min(2020).max(2100), month: count.min(1).max(12) }))

export const linesQuerySchema = monthQuerySchema.extend({
  person: z.string().max(100).optional(),
  step: z.string().max(100).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
export type LinesQuery = z.infer<typeof linesQuerySchema>

const namedSchema = z.object({ id: z.string(), name: z.string() })

/** One line of the page ledger: what one attempt cost, and why it cost that. */
const ledgerLineSchema = z.object({
  id: z.string(),
  occurredAt: instant,
  document: namedSchema,
  attempt: count,
  executionId: z.string().nullable(),
  person: namedSchema,
  step: namedSchema,
  /** Pages of the document; they are in the sums where `counted`. */
  pages: count,
  counted: z.boolean(),
  why: z.string(),
})
export type LedgerLine = z.infer<typeof ledgerLineSchema>

/** Newest first. */
export const ledgerPageSchema = z.object({
  lines: z.array(ledgerLineSchema),
  nextCursor: z.string().nullable(),
})
export type LedgerPage = z.infer<typeof ledgerPageSchema>

const shareSchema = sumSchema.extend(namedSchema.shape)
export type Share = z.infer<typeof shareSchema>

/** A month's ledger added up by person and by step, most pages first. */
export const breakdownSchema = z.object({ people: z.array(shareSchema), steps: z.array(shareSchema) })
export type Breakdown = z.infer<typeof breakdownSchema>
