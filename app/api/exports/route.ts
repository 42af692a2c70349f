import { handleRoute } from '@/lib/http/handle-route'
import { readColumnSets } from '@/lib/steps/exports/column-sets'

export const GET = handleRoute({ access: 'documents' }, () => readColumnSets())
