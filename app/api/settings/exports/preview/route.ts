import { previewExport } from '@/lib/documents/export/preview-set'
import { handleRoute } from '@/lib/http/handle-route'
import { requestLocale } from '@/lib/i18n/request'
import { previewRequestSchema } from '@/lib/steps/exports/schema'

export const POST = handleRoute(
  { access: 'settings', body: previewRequestSchema },
  ({ user, body, request }) =>
    previewExport({ user, stepId: body.step, spec: body.spec, locale: requestLocale(request) }),
)
