import { answerTus } from '@/app/api/uploads/tus'
import { handleRoute } from '@/lib/http/handle-route'

const handler = handleRoute({ access: 'documents' }, ({ user, request }) => answerTus({ user, request }))

export { handler as OPTIONS, handler as POST }
