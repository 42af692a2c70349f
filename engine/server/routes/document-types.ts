import { type DocumentType, listDocumentTypes, type StepCatalog } from '@/engine/settings/catalog'
import { errorRefusal } from '../http/refusal'
import type { Route } from '../http/route'

const access = {
  unauthorized: { error: 'Invalid API key' },
  isRateLimited: true,
  failure: { message: 'Internal server error' },
}
const mostPerPage = 100

/** GET /api/document-types and one of them, by its id: contract §10. They are part of the engine, so none is written. */
export function documentTypeRoutes({ catalog }: { catalog: StepCatalog }): Route[] {
  const types = listDocumentTypes(catalog)
  return [
    {
      ...access,
      method: 'GET',
      path: '/api/document-types',
      handle: async ({ query }) => {
        const search = (query.get('search') ?? '').toLowerCase()
        const found = types.filter(({ name, code }) => `${name} ${code}`.toLowerCase().includes(search))
        const page = readCount({ text: query.get('page'), usual: 1, most: Number.MAX_SAFE_INTEGER })
        const limit = readCount({ text: query.get('limit'), usual: 20, most: mostPerPage })
        const data = found.slice((page - 1) * limit, page * limit).map(toSummary)
        return { status: 200, body: { data, pagination: { total: found.length, page, limit } } }
      },
    },
    {
      ...access,
      method: 'GET',
      path: '/api/document-types/:typeId',
      handle: async ({ params }) => {
        const type = types.find(({ id }) => id === params.typeId)
        if (!type) throw errorRefusal({ status: 404, error: 'Document type not found' })
        return { status: 200, body: { data: { ...toSummary(type), jsonSchema: type.schema } } }
      },
    },
  ]
}

function toSummary({ id, code, name }: DocumentType): Record<string, unknown> {
  return {
    id,
    name,
    codeType: code,
    description: null,
    isPublic: true,
    isDraft: false,
    status: 'active',
    createdAt: null,
    updatedAt: null,
  }
}

function readCount(input: { text: string | null; usual: number; most: number }): number {
  if (input.text === null) return input.usual
  const count = /^[1-9]\d{0,5}$/.test(input.text) ? Number(input.text) : Number.NaN
  if (Number.isNaN(count))
    throw errorRefusal({ status: 400, error: 'page and limit must be positive integers.' })
  return Math.min(count, input.most)
}
