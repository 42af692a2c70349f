import { hearWebhook } from '@/lib/documents/lifecycle/handle-webhook'
import { rememberCall } from '@/lib/docutray/webhooks/deliveries-store'
import { readWebhook } from '@/lib/docutray/webhooks/read-webhook'
import { handleRoute } from '@/lib/http/handle-route'

export const POST = handleRoute({ access: 'public' }, async ({ request }) => {
  const news = await readWebhook(request)
  if (news) {
    await hearWebhook(news)
    await rememberCall(news.requestId)
  }
  return { received: true }
})
