import { handleRoute } from '@/lib/http/handle-route'
import { readRemaining } from '@/lib/usage/overview'

/** For everyone: who sends documents sees what is left before, who answers for the cost as well. */
export const GET = handleRoute({ access: 'signed-in' }, async () => readRemaining({ now: new Date() }))
