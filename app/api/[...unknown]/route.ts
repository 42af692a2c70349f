import { AppError } from '@/lib/errors'
import { handleRoute } from '@/lib/http/handle-route'

/** What is no address of the API is answered as the API answers, not with the page for people. */
const answer = handleRoute({ access: 'public' }, async () => {
  throw new AppError('request.not_found')
})

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT }
