import { ownColumnsChangeSchema } from '@/lib/documents/views/schema'
import { readOwnColumns, saveOwnColumns } from '@/lib/documents/views/views'
import { handleRoute } from '@/lib/http/handle-route'

export const GET = handleRoute({ access: 'documents' }, ({ user }) => readOwnColumns(user))

export const PUT = handleRoute({ access: 'documents', body: ownColumnsChangeSchema }, ({ user, body }) =>
  saveOwnColumns({ user, columns: body.columns }),
)
