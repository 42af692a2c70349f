import { infiniteQueryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { fetchJson } from '../fetch-json'
import { type Forgettable, type LessonSwitch, lessonPageSchema } from './schema'

const path = '/api/lessons'

export const lessonsQuery = infiniteQueryOptions({
  queryKey: ['lessons'],
  queryFn: ({ pageParam, signal }) =>
    fetchJson({ path: `${path}?${new URLSearchParams(pageParam)}`, schema: lessonPageSchema, signal }),
  initialPageParam: {} as Record<string, string>,
  getNextPageParam: ({ nextCursor }) => (nextCursor ? { cursor: nextCursor } : undefined),
})

export const switchLesson = (change: LessonSwitch) =>
  fetchJson({ path, method: 'PATCH', body: change, schema: z.null() })

export const forgetLessons = (what: Forgettable) =>
  fetchJson({ path: `${path}?${new URLSearchParams(what)}`, method: 'DELETE', schema: z.null() })
