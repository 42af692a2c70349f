import { sumUncounted } from '@/lib/documents/lifecycle/waiting-store'
import { handleRoute } from '@/lib/http/handle-route'
import { readRemaining } from '@/lib/usage/overview'

/** For everyone: who sends documents sees what is left before, who answers for the cost as well. */
export const GET = handleRoute({ access: 'signed-in' }, async () => {
  const { pending } = await sumUncounted()
  return readRemaining({ now: new Date(), pending })
})
