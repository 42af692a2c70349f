import { useQueries } from '@tanstack/react-query'
import type { DocumentSummary } from '@/lib/documents/model/schema'
import { documentSumsQuery, liveDocumentLimit } from '@/lib/documents/queries'
import { cardGroups, countGroups, type GroupCounts, groupLists } from './card-filter'

/** How many documents are in each group: as the cards say where they are all there is, else as the server counts. */
export function useGroupCounts(documents: readonly DocumentSummary[]): GroupCounts {
  const enabled = documents.length >= liveDocumentLimit
  const counted = useQueries({
    queries: cardGroups.map((group) => ({ ...documentSumsQuery(groupLists[group]), enabled })),
  })
  const shown = countGroups(documents)
  if (!enabled) return shown
  const all = cardGroups.map((group, at) => [group, counted[at]?.data?.documents ?? shown[group]])
  return Object.fromEntries(all) as GroupCounts
}
