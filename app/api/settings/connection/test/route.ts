import { listLastAccepted } from '@/lib/documents/lifecycle/attempts-store'
import { releaseStep } from '@/lib/documents/lifecycle/waiting-store'
import { handleRoute } from '@/lib/http/handle-route'
import { wakeWorker } from '@/lib/jobs/wake'
import { testConnection } from '@/lib/settings/test-connection'

export const POST = handleRoute({ access: 'settings' }, async () =>
  testConnection({
    listLastAccepted,
    releaseStep: async (stepId) => {
      await releaseStep(stepId)
      await wakeWorker('submit')
    },
  }),
)
