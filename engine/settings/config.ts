import { availableParallelism } from 'node:os'
import { z } from 'zod'
import { maxFileBytes } from '@/base/contract'
import { timeZoneSchema } from '@/base/settings'
import { defaultOcrLanguages, ocrPrograms } from '../readers/ocr-settings'
import { ocrLanguagePattern } from '../readers/tesseract/languages'

export const ocrLanguagesSchema = z
  .array(z.string().regex(ocrLanguagePattern, 'not a language as tesseract names them'))
  .min(1)
  .max(8)

const keySchema = z.string().regex(/^[!-~]+$/, 'a key is visible ASCII characters without spaces')

const organizationSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string().optional(),
  keys: z.array(keySchema).default([]),
  revokedKeys: z.array(z.string()).default([]),
  /** Pages a calendar month may cost; null: no end. */
  monthlyPages: z.number().int().nonnegative().nullable().default(null),
})
export type Organization = z.infer<typeof organizationSchema>

const stepSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  /** Without one, every organization may use the step. */
  organization: z.string().optional(),
  /** The rules of a built-in step; may be left out beside a schema. */
  pipeline: z.string().min(1).optional(),
  /** A JSON schema of the step's own, or the file that holds it, from the folder of the configuration. */
  schema: z.union([z.string().min(1), z.record(z.string(), z.unknown())]).optional(),
})
export type ConfiguredStep = z.infer<typeof stepSchema>

const webhookEvents = (['STEP', 'CONVERSION', 'IDENTIFICATION'] as const).flatMap(
  (subject) => [`${subject}_STARTED`, `${subject}_COMPLETED`, `${subject}_FAILED`] as const,
)
export type WebhookEvent = (typeof webhookEvents)[number]

const webhookSchema = z.strictObject({
  organization: z.string(),
  url: z.url({ protocol: /^https?$/ }),
  secret: z.string().min(1),
  events: z.array(z.enum(webhookEvents)).default(webhookEvents),
})
export type ConfiguredWebhook = z.infer<typeof webhookSchema>

const limitsSchema = z.strictObject({
  fileBytes: z.number().int().positive().default(maxFileBytes),
  urlTimeoutMs: z.number().int().positive().default(30_000),
  processingTimeoutMs: z.number().int().positive().default(3_600_000),
  requestsPerMinute: z.number().int().positive().nullable().default(600),
  /** Resident memory of one reading process and its own children; on Windows only its own objects are bounded. */
  workerMemoryBytes: z.number().int().positive().default(2_147_483_648),
  workerIdleMs: z.number().int().positive().default(120_000),
  webhookTimeoutMs: z.number().int().positive().default(30_000),
  /** Waiting times before the second, third, … try of a delivery. */
  webhookRetryDelaysMs: z
    .array(z.number().int().nonnegative())
    .default([5_000, 30_000, 120_000, 600_000, 3_600_000, 21_600_000]),
})
export type Limits = z.infer<typeof limitsSchema>

const daysSchema = z.number().int().positive().nullable()

const retentionSchema = z.strictObject({
  /** Days after its end until an execution and its result are deleted; null: never. Usage counters stay. */
  executionDays: daysSchema.default(90),
  /** The same for webhooks that arrived or were given up, counted from their event. */
  deliveryDays: daysSchema.default(30),
})
export type Retention = z.infer<typeof retentionSchema>

/** The file that ENGINE_CONFIG names; every key is optional. */
export const configSchema = z
  .strictObject({
    dataDir: z.string().min(1).default('./data/engine'),
    timeZone: timeZoneSchema,
    /** Documents read at once: as many as there are cores, at least 2, and by themselves not more than 8. */
    workers: z
      .number()
      .int()
      .min(0)
      .max(64)
      .default(() => Math.min(8, Math.max(2, availableParallelism()))),
    /** What reads the lines of pictures a second time: the installed tesseract, tesseract.js, or the first where it is there. */
    ocr: z.enum(ocrPrograms).default('auto'),
    /** The likeliest first; each one more takes more time. */
    ocrLanguages: ocrLanguagesSchema.default(defaultOcrLanguages),
    /** Threads of the recognisers in each reading process. */
    ocrThreads: z.number().int().min(1).max(64).default(1),
    /** A folder with a further recogniser for other scripts: a model (.onnx) and its letters (.txt). */
    ocrModels: z.string().min(1).nullable().default(null),
    organizations: z.array(organizationSchema).optional(),
    steps: z.array(stepSchema).optional(),
    limits: limitsSchema.prefault({}),
    retention: retentionSchema.prefault({}),
    fetch: z.strictObject({ allowHosts: z.array(z.string()).default([]) }).prefault({}),
    webhooks: z.array(webhookSchema).default([]),
  })
  .superRefine(namesOnlyKnownOrganizations)
export type EngineConfig = z.infer<typeof configSchema>

type Named = {
  organizations?: Organization[] | undefined
  steps?: ConfiguredStep[] | undefined
  webhooks: ConfiguredWebhook[]
}

/** A step or webhook of an organization that does not exist is a slip of the pen that would go unnoticed. */
function namesOnlyKnownOrganizations(
  { organizations, steps = [], webhooks }: Named,
  context: z.RefinementCtx,
): void {
  if (!organizations) return
  const known = new Set(organizations.map((organization) => organization.id))
  for (const [list, entries] of Object.entries({ steps, webhooks })) {
    for (const [index, { organization }] of entries.entries()) {
      if (organization === undefined || known.has(organization)) continue
      context.addIssue({
        code: 'custom',
        path: [list, index, 'organization'],
        message: `there is no "${organization}"`,
      })
    }
  }
}
