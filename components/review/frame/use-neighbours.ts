'use client'

import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useMemo } from 'react'
import { type ShortcutHint, useShortcutHints } from '@/components/shell/keys/shortcut-provider'
import { useShortcuts } from '@/components/shell/keys/use-shortcuts'
import { filterToSearch, type ListFilter } from '@/lib/documents/model/list-filter'
import type { DocumentPage } from '@/lib/documents/model/schema'
import { documentListQuery, documentPaths } from '@/lib/documents/queries'

export type Neighbours = { previousId: string | null; nextId: string | null; listPath: string }

const shortcutHints: ShortcutHint[] = [{ keys: '[ ]', label: 'review.keys.neighbours' }]

/** The documents before and after this one in the list the reader came from, else in the list of all. */
export function useNeighbours(id: string): Neighbours {
  const client = useQueryClient()
  const router = useRouter()
  const filter = useMemo(() => findListWith({ lists: readLists(client), id }), [client, id])
  const { data } = useInfiniteQuery(documentListQuery(filter))
  const ids = data?.pages.flatMap((page) => page.documents.map((document) => document.id)) ?? []
  const at = ids.indexOf(id)
  const previousId = at > 0 ? (ids[at - 1] ?? null) : null
  const nextId = at >= 0 ? (ids[at + 1] ?? null) : null

  const open = (target: string | null) => target && router.push(documentPaths.page(target))
  useShortcutHints(shortcutHints)
  useShortcuts({ '[': () => open(previousId), ']': () => open(nextId) })

  const search = filterToSearch(filter)
  return { previousId, nextId, listPath: search.size > 0 ? `/documents?${search}` : '/documents' }
}

type CachedList = { filter: ListFilter; data: InfiniteData<DocumentPage>; updatedAt: number }

function readLists(client: ReturnType<typeof useQueryClient>): CachedList[] {
  const queries = client.getQueryCache().findAll({ queryKey: ['documents', 'list'] })
  return queries.flatMap(({ queryKey, state }) => {
    // The key and its data were both written by documentListQuery.
    const data = state.data as InfiniteData<DocumentPage> | undefined
    return data ? [{ filter: (queryKey[2] ?? {}) as ListFilter, data, updatedAt: state.dataUpdatedAt }] : []
  })
}

/** The filter of the list looked at last that shows the document. */
export function findListWith({ lists, id }: { lists: CachedList[]; id: string }): ListFilter {
  const shown = lists.filter(({ data }) =>
    data.pages.some((page) => page.documents.some((document) => document.id === id)),
  )
  return shown.sort((one, other) => other.updatedAt - one.updatedAt)[0]?.filter ?? {}
}
