import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/lib/fetch-json'
import { wordsAnswerSchema } from './schema'

/** What an attempt read on a page, which never changes. */
export const pageWordsQuery = ({ id, attempt, page }: { id: string; attempt: number; page: number }) =>
  queryOptions({
    queryKey: ['documents', 'words', id, attempt, page],
    queryFn: ({ signal }) =>
      fetchJson({
        path: `/api/documents/${encodeURIComponent(id)}/words?${new URLSearchParams({ page: String(page) })}`,
        schema: wordsAnswerSchema,
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
  })
