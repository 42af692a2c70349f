import { wordPagesPerAnswer } from '@/base/contract'
import type { Database } from '@/engine/store/open-database'
import { findWords } from '@/engine/store/words'
import { messageRefusal, validationRefusal } from '../http/refusal'
import type { Route } from '../http/route'
import { requireExecution } from './require-execution'

/**
 * GET /api/steps-async/words/{executionId}, which the cloud does not have: what was read on the pages. Executions that
 * have not succeeded, and those of before words were kept, have none: 404.
 */
export function wordsRoute({ database }: { database: Database }): Route {
  return {
    method: 'GET',
    path: '/api/steps-async/words/:executionId',
    unauthorized: { error: 'Invalid API key' },
    isRateLimited: true,
    failure: { message: 'Internal server error: Failed to retrieve words' },
    handle: async ({ params, query, organization }) => {
      const execution = await requireExecution({ database, id: params.executionId ?? '', organization })
      const pages = await findWords({ database, executionId: execution.id, ...readRange(query) })
      if (!pages) throw messageRefusal({ status: 404, message: 'No words are kept of this execution' })
      return { status: 200, body: { page_count: execution.pages, pages } }
    },
  }
}

/** `page` alone, or from `from` (1) to `to`, never more than one answer holds. */
function readRange(query: URLSearchParams): { from: number; to: number } {
  const page = readPage({ query, name: 'page' })
  if (page !== null) return { from: page, to: page }
  const from = readPage({ query, name: 'from' }) ?? 1
  const last = from + wordPagesPerAnswer - 1
  return { from, to: Math.min(readPage({ query, name: 'to' }) ?? last, last) }
}

function readPage({ query, name }: { query: URLSearchParams; name: string }): number | null {
  const text = query.get(name)
  if (text === null) return null
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
  throw validationRefusal([`${name} must be the number of a page`])
}
