import { handleRoute } from '@/lib/http/handle-route'
import { changeColumnSet, deleteColumnSet } from '@/lib/steps/exports/column-sets'
import { columnSetChangeSchema } from '@/lib/steps/exports/schema'

export const PATCH = handleRoute(
  { access: 'settings', params: ['exportId'], body: columnSetChangeSchema },
  ({ params, body }) => changeColumnSet({ id: params.exportId, change: body }),
)

export const DELETE = handleRoute({ access: 'settings', params: ['exportId'] }, ({ params }) =>
  deleteColumnSet(params.exportId),
)
