import { newViewSchema } from '@/lib/documents/views/schema'
import { createView, listViews } from '@/lib/documents/views/views'
import { handleRoute } from '@/lib/http/handle-route'

export const GET = handleRoute({ access: 'documents' }, ({ user }) => listViews(user))

export const POST = handleRoute({ access: 'documents', body: newViewSchema }, async ({ user, body }) =>
  Response.json(await createView({ user, view: body }), { status: 201 }),
)
