import 'server-only'
import { z } from 'zod'
import { AppError } from '@/lib/errors'
import { switchLesson } from '@/lib/lessons/change-store'
import { isResting } from '@/lib/lessons/rests'
import { wilsonLowerBound } from '@/lib/lessons/rules/wilson'
import type { Forgettable, Lesson, LessonListQuery, LessonPage, LessonSwitch } from '@/lib/lessons/schema'
import { type LessonRow, listTaughtSuppliers, type SupplierRow } from '@/lib/lessons/store'
import { fieldLabel, readFieldSchema, schemaOf } from '@/lib/steps/field-schema'
import { forget } from './forget-store'
import { listNames, listSteps } from './names-store'

/** What the desk has learnt, for a person to see. Throws request.invalid for a cursor that is none of ours. */
export async function readLessons({ cursor, limit }: LessonListQuery): Promise<LessonPage> {
  const after = cursor === undefined ? undefined : decodeCursor(cursor)
  const found = await listTaughtSuppliers({ after, limit: limit + 1 })
  const shown = found.slice(0, limit)
  const rows = shown.flatMap(({ lessons }) => lessons)
  const [names, steps] = await Promise.all([
    listNames(rows.flatMap(({ madeFrom }) => madeFrom)),
    listSteps(shown.map(({ supplier }) => supplier.stepId)),
  ])
  const last = shown.at(-1)
  return {
    suppliers: shown.map(({ supplier, lessons }) => {
      const step = steps.get(supplier.stepId)
      return {
        id: supplier.id,
        name: supplier.name,
        step: { id: supplier.stepId, name: step?.name ?? supplier.stepId },
        lessons: lessons.map((row) => toLesson({ row, schema: step?.schema, names })),
      }
    }),
    nextCursor: last && found.length > limit ? encodeCursor(last.supplier) : null,
  }
}

type Told = { row: LessonRow; schema: unknown; names: Map<string, string> }

function toLesson({ row, schema, names }: Told): Lesson {
  const { id, path, rule, tried, right, answeredRight, used, usedRight, madeFrom, learntAt } = row
  const name = { schema: schemaOf({ schema: readFieldSchema(schema), key: path }), key: path }
  return {
    ...{ id, path, rule, tried, right, answeredRight, used, usedRight },
    label: { en: fieldLabel({ ...name, locale: 'en' }), es: fieldLabel({ ...name, locale: 'es' }) },
    state: stateOf(row),
    certainty: wilsonLowerBound(row),
    documents: madeFrom.map((document) => ({ id: document, name: names.get(document) ?? null })),
    learntAt: learntAt.toISOString(),
  }
}

function stateOf(row: LessonRow): Lesson['state'] {
  if (!row.enabled) return 'off'
  if (!row.isActive) return 'proposed'
  return isResting(row) ? 'resting' : 'active'
}

/** Throws lesson.not_found. */
export async function changeLesson(change: LessonSwitch): Promise<null> {
  if (!(await switchLesson(change))) throw new AppError('lesson.not_found')
  return null
}

/** Throws lesson.not_found. */
export async function forgetLessons(what: Forgettable): Promise<null> {
  if (!(await forget(what))) throw new AppError('lesson.not_found')
  return null
}

const cursorSchema = z.tuple([z.iso.datetime(), z.string().regex(/^[\w-]+$/)])

const encodeCursor = ({ changedAt, id }: SupplierRow) =>
  Buffer.from(`${changedAt.toISOString()} ${id}`).toString('base64url')

function decodeCursor(text: string): { changedAt: Date; id: string } {
  const parsed = cursorSchema.safeParse(Buffer.from(text, 'base64url').toString('utf8').split(' '))
  if (!parsed.success) throw new AppError('request.invalid', { values: { problem: 'cursor' } })
  const [changedAt, id] = parsed.data
  return { changedAt: new Date(changedAt), id }
}
