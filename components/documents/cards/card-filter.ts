import type { ListFilter } from '@/lib/documents/model/list-filter'
import type { DocumentSummary } from '@/lib/documents/model/schema'
import { documentStateNames, isTerminal } from '@/lib/documents/model/status'

/** What the counters above the cards filter by, in the order of a document's way. */
export const cardGroups = ['open', 'review', 'done', 'failed'] as const
export type CardGroup = (typeof cardGroups)[number]

export type CardFilter = { group: CardGroup | null; text: string }

export function readCardFilter(search: URLSearchParams): CardFilter {
  const group = cardGroups.find((one) => one === search.get('state')) ?? null
  return { group, text: search.get('q') ?? '' }
}

export function writeCardFilter({ group, text }: CardFilter): URLSearchParams {
  return new URLSearchParams({ ...(group ? { state: group } : {}), ...(text ? { q: text } : {}) })
}

type Filtering = { documents: readonly DocumentSummary[]; filter: CardFilter }

export function filterCards({ documents, filter: { group, text: typed } }: Filtering): DocumentSummary[] {
  const text = fold(typed.trim())
  return documents.filter(
    (document) =>
      (!group || isInGroup({ document, group })) && (!text || fold(wordsOf(document)).includes(text)),
  )
}

export type GroupCounts = Record<CardGroup, number>

export function countGroups(documents: readonly DocumentSummary[]): GroupCounts {
  const count = (group: CardGroup) => documents.filter((document) => isInGroup({ document, group })).length
  return { open: count('open'), review: count('review'), done: count('done'), failed: count('failed') }
}

/** The same group in the words of a list, which counts all documents and not the newest alone. */
export const groupLists: Record<CardGroup, ListFilter> = {
  open: { state: documentStateNames.filter((state) => !isTerminal(state)) },
  review: { review: 'open' },
  done: { state: ['done'] },
  failed: { state: ['failed'] },
}

export function needsReview(document: Pick<DocumentSummary, 'state' | 'toReview'>): boolean {
  return document.state === 'done' && document.toReview > 0
}

function isInGroup({ document, group }: { document: DocumentSummary; group: CardGroup }): boolean {
  if (group === 'open') return !isTerminal(document.state)
  return group === 'review' ? needsReview(document) : document.state === group
}

/** What a card says of its document. */
function wordsOf({ name, headline }: DocumentSummary): string {
  return [name, headline?.from, headline?.number].filter(Boolean).join(' ')
}

/** `Núñez` is found by `nunez`. */
function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
