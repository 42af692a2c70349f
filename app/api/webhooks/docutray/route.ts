import { handleWebhook } from '@/lib/documents/lifecycle/handle-webhook'
import { markProcessed } from '@/lib/docutray/webhooks/deliveries-store'
import { readWebhook } from '@/lib/docutray/webhooks/read-webhook'
import { handleRoute } from '@/lib/http/handle-route'

export const POST = handleRoute({ access: 'public' }, async ({ request }) => {
  const event = await readWebhook(request)
  if (event) {
    await handleWebhook(event)
    await markProcessed(event.requestId)
  }
  return { received: true }
})
