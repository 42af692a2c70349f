import { tryNow } from '@/lib/documents/lifecycle/try-now'
import { describeStanding } from '@/lib/docutray/standing'
import { handleRoute } from '@/lib/http/handle-route'

export const POST = handleRoute({ access: 'settings' }, async () => {
  await tryNow()
  return describeStanding()
})
