import { listStepFields } from '@/lib/documents/export/preview-set'
import { handleRoute } from '@/lib/http/handle-route'
import { requestLocale } from '@/lib/i18n/request'
import { fieldsQuerySchema } from '@/lib/steps/exports/schema'

export const GET = handleRoute({ access: 'settings', query: fieldsQuerySchema }, ({ user, query, request }) =>
  listStepFields({ user, stepId: query.step, locale: requestLocale(request) }),
)
