import { changeLesson, forgetLessons, readLessons } from '@/lib/documents/teaching/read-lessons'
import { handleRoute } from '@/lib/http/handle-route'
import { forgetSchema, lessonListQuerySchema, lessonSwitchSchema } from '@/lib/lessons/schema'

export const GET = handleRoute({ access: 'lessons', query: lessonListQuerySchema }, async ({ query }) =>
  readLessons(query),
)

export const PATCH = handleRoute({ access: 'lessons', body: lessonSwitchSchema }, async ({ body }) =>
  changeLesson(body),
)

export const DELETE = handleRoute({ access: 'lessons', query: forgetSchema }, async ({ query }) =>
  forgetLessons(query),
)
