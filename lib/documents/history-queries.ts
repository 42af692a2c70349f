import { infiniteQueryOptions } from '@tanstack/react-query'
import { fetchJson } from '../fetch-json'
import { historyPageSchema } from './model/field-event'

const historyPath = ({ id, cursor }: { id: string; cursor: string }) =>
  `/api/documents/${encodeURIComponent(id)}/history?${new URLSearchParams(cursor ? { cursor } : {})}`

/** What people did with a document's values, the newest first; `version` is the document's, whose changes it tells of. */
export const historyQuery = ({ id, version }: { id: string; version: number }) =>
  infiniteQueryOptions({
    queryKey: ['documents', 'history', id, version],
    queryFn: ({ signal, pageParam }) =>
      fetchJson({ path: historyPath({ id, cursor: pageParam }), schema: historyPageSchema, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    // Files that people save are told here and change no document.
    staleTime: 0,
  })
