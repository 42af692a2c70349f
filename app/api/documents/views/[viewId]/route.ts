import { viewChangeSchema } from '@/lib/documents/views/schema'
import { changeView, deleteView } from '@/lib/documents/views/views'
import { handleRoute } from '@/lib/http/handle-route'

export const PATCH = handleRoute(
  { access: 'documents', params: ['viewId'], body: viewChangeSchema },
  ({ user, params, body }) => changeView({ user, id: params.viewId, change: body }),
)

export const DELETE = handleRoute({ access: 'documents', params: ['viewId'] }, ({ user, params }) =>
  deleteView({ user, id: params.viewId }),
)
