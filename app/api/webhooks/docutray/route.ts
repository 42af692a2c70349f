import { handleWebhook } from '@/lib/documents/lifecycle/handle-webhook'
import { markProcessed } from '@/lib/docutray/webhooks/deliveries-store'
import { readWebhook } from '@/lib/docutray/webhooks/read-webhook'
import { handleRoute } from '@/lib/http/handle-route'

export const POST = handleRoute({ access: 'public' }, async ({ request }) => {
  const news = await readWebhook(request)
  if (news) {
    await handleWebhook(news)
    await markProcessed(news.requestId)
  }
  return { received: true }
})
