'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useEffect, useMemo, useRef } from 'react'
import { readLastList } from '@/components/documents/filters/last-list'
import { type ShortcutHint, useShortcutHints } from '@/components/shell/keys/shortcut-provider'
import { useShortcuts } from '@/components/shell/keys/use-shortcuts'
import { filterToSearch, type ListFilter } from '@/lib/documents/model/list-filter'
import { documentListQuery, documentPaths } from '@/lib/documents/queries'

export type Neighbours = { previousId: string | null; nextId: string | null; listPath: string }

const shortcutHints: ShortcutHint[] = [{ keys: '[ ]', label: 'review.keys.neighbours' }]
const everything: ListFilter = {}

/** The documents before and after this one in the list looked at last, if it is in it, else in the list of all. */
export function useNeighbours(id: string): Neighbours {
  const router = useRouter()
  const { filter, ids } = useListAround(id)
  const at = ids.indexOf(id)
  const previousId = at > 0 ? (ids[at - 1] ?? null) : null
  const nextId = at >= 0 ? (ids[at + 1] ?? null) : null

  const open = (target: string | null) => target && router.push(documentPaths.page(target))
  useShortcutHints(shortcutHints)
  useShortcuts({ '[': () => open(previousId), ']': () => open(nextId) })

  const search = filterToSearch(filter)
  return { previousId, nextId, listPath: search.size > 0 ? `/documents?${search}` : '/documents' }
}

function useListAround(id: string): { filter: ListFilter; ids: string[] } {
  const last = useMemo(readLastList, [])
  const lastList = useIds({ filter: last, id, enabled: true })
  const isElsewhere = lastList.isLoaded && !lastList.ids.includes(id)
  const all = useIds({ filter: everything, id, enabled: isElsewhere })
  return isElsewhere ? { filter: everything, ids: all.ids } : { filter: last, ids: lastList.ids }
}

/**
 * The ids of a list as far as they are known, and one page further where the document is the last of them. A document
 * that leaves the list while it is looked at (it is checked now) keeps its place in it.
 */
function useIds({ filter, id, enabled }: { filter: ListFilter; id: string; enabled: boolean }) {
  const { data, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery({
    ...documentListQuery(filter),
    enabled,
  })
  const ids = useMemo(
    () => data?.pages.flatMap((page) => page.documents.map((document) => document.id)) ?? [],
    [data],
  )
  const known = useRef<string[]>([])
  if (ids.includes(id)) known.current = ids
  const shown = known.current.includes(id) ? known.current : ids
  const isAtEnd = ids.at(-1) === id && hasNextPage && !isFetching
  useEffect(() => {
    if (isAtEnd) void fetchNextPage()
  }, [isAtEnd, fetchNextPage])
  return { ids: shown, isLoaded: data !== undefined }
}
