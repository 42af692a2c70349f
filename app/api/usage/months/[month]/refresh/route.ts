import { AppError } from '@/lib/errors'
import { handleRoute } from '@/lib/http/handle-route'
import { readMonthAgain } from '@/lib/usage/overview'
import { monthKeySchema } from '@/lib/usage/schema'

export const POST = handleRoute({ access: 'usage', params: ['month'] }, async ({ params }) => {
  const month = monthKeySchema.safeParse(params.month)
  if (!month.success) throw new AppError('request.not_found')
  return readMonthAgain({ month: month.data, now: new Date() })
})
