import { z } from 'zod'
import { ruleSchema } from './rules/rule'

const lessonStates = ['active', 'proposed', 'resting', 'off'] as const

const lessonSchema = z.object({
  id: z.string(),
  path: z.string(),
  /** What the field is called, by language. */
  label: z.object({ en: z.string(), es: z.string() }),
  rule: ruleSchema,
  state: z.enum(lessonStates),
  /** The lower bound of its record, 0 to 1. */
  certainty: z.number(),
  /** On the papers that people looked at: had something to say, and right; what was answered was right on so many. */
  tried: z.number().int(),
  right: z.number().int(),
  answeredRight: z.number().int(),
  /** Documents that showed its value and were checked, and those on which it was right. */
  used: z.number().int(),
  usedRight: z.number().int(),
  /** The documents that taught it; null for the name of one that was removed. */
  documents: z.array(z.object({ id: z.string(), name: z.string().nullable() })),
  learntAt: z.iso.datetime(),
})
export type Lesson = z.infer<typeof lessonSchema>

const taughtSupplierSchema = z.object({
  id: z.string(),
  /** Null where none of its papers names it: they are known by their form. */
  name: z.string().nullable(),
  step: z.object({ id: z.string(), name: z.string() }),
  lessons: z.array(lessonSchema),
})
export type TaughtSupplier = z.infer<typeof taughtSupplierSchema>

/** Body of GET /api/lessons: suppliers of whose papers something was learnt last come first. */
export const lessonPageSchema = z.object({
  suppliers: z.array(taughtSupplierSchema),
  nextCursor: z.string().nullable(),
})
export type LessonPage = z.infer<typeof lessonPageSchema>

export const lessonListQuerySchema = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type LessonListQuery = z.infer<typeof lessonListQuerySchema>

const id = z.string().min(1).max(100)
export const lessonSwitchSchema = z.object({ id, enabled: z.boolean() })
export type LessonSwitch = z.infer<typeof lessonSwitchSchema>

/** One lesson, or all of a supplier. */
export const forgetSchema = z.union([z.strictObject({ lesson: id }), z.strictObject({ supplier: id })])
export type Forgettable = z.infer<typeof forgetSchema>
