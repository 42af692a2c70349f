import { describeStanding } from '@/lib/docutray/standing'
import { handleRoute } from '@/lib/http/handle-route'

/** For everyone: whoever waits for documents is told what for. */
export const GET = handleRoute({ access: 'signed-in' }, async () => describeStanding())
