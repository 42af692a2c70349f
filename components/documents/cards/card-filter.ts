import type { DocumentSummary } from '@/lib/documents/model/schema'
import { type DocumentState, documentStateNames } from '@/lib/documents/model/status'

/** What the counters above the cards filter by: a state, `late` for the overdue, or `review` for results with something to review. */
export type CardGroup = DocumentState | 'late' | 'review'
const cardGroups: readonly CardGroup[] = [...documentStateNames, 'late', 'review']

/** Shown even when empty, so that counters do not jump about while documents pass through. */
const alwaysShown: readonly CardGroup[] = ['waiting', 'sending', 'enqueued', 'processing', 'done', 'failed']

export type CardFilter = { group: CardGroup | null; text: string }

export function readCardFilter(search: URLSearchParams): CardFilter {
  const group = cardGroups.find((one) => one === search.get('state')) ?? null
  return { group, text: search.get('q') ?? '' }
}

export function writeCardFilter({ group, text }: CardFilter): URLSearchParams {
  return new URLSearchParams({ ...(group ? { state: group } : {}), ...(text ? { q: text } : {}) })
}

type Cards = {
  documents: readonly DocumentSummary[]
  /** Ids of the overdue; which those are is a matter of the clock. */
  late: ReadonlySet<string>
}

export function filterCards({ documents, late, filter }: Cards & { filter: CardFilter }): DocumentSummary[] {
  const text = fold(filter.text.trim())
  return documents.filter(
    (document) =>
      (!filter.group || isInGroup({ document, late, group: filter.group })) &&
      (!text || fold(wordsOf(document)).includes(text)),
  )
}

/** The counters to show with their figures. */
export function countGroups({
  documents,
  late,
  selected,
}: Cards & { selected: CardGroup | null }): { group: CardGroup; count: number }[] {
  return cardGroups
    .map((group) => ({
      group,
      count: documents.filter((document) => isInGroup({ document, late, group })).length,
    }))
    .filter(({ group, count }) => count > 0 || group === selected || alwaysShown.includes(group))
}

export function needsReview(document: Pick<DocumentSummary, 'state' | 'toReview'>): boolean {
  return document.state === 'done' && document.toReview > 0
}

type Membership = Pick<Cards, 'late'> & { document: DocumentSummary; group: CardGroup }

function isInGroup({ document, late, group }: Membership): boolean {
  if (group === 'late') return late.has(document.id)
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
