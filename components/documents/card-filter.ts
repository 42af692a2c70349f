import type { DocumentSummary } from '@/lib/documents/schema'
import { type DocumentState, documentStateNames } from '@/lib/documents/status'

/** What the counters above the cards filter by: a state, or `look` for results with warnings. */
export type CardGroup = DocumentState | 'look'
export const cardGroups: readonly CardGroup[] = [...documentStateNames, 'look']

/** Shown even when empty, so that counters do not jump about while documents pass through. */
const standing: readonly CardGroup[] = ['waiting', 'sending', 'enqueued', 'processing', 'done', 'failed']

export type CardFilter = { group: CardGroup | null; text: string }

export function readCardFilter(search: URLSearchParams): CardFilter {
  const group = cardGroups.find((one) => one === search.get('state')) ?? null
  return { group, text: search.get('q') ?? '' }
}

export function writeCardFilter({ group, text }: CardFilter): URLSearchParams {
  return new URLSearchParams({ ...(group ? { state: group } : {}), ...(text ? { q: text } : {}) })
}

export function filterCards({
  documents,
  filter,
}: {
  documents: readonly DocumentSummary[]
  filter: CardFilter
}): DocumentSummary[] {
  const text = fold(filter.text.trim())
  return documents.filter(
    (document) =>
      (!filter.group || isInGroup({ document, group: filter.group })) &&
      (!text || fold(document.name).includes(text)),
  )
}

/** The counters to show with their figures. */
export function countGroups({
  documents,
  selected,
}: {
  documents: readonly DocumentSummary[]
  selected: CardGroup | null
}): { group: CardGroup; count: number }[] {
  return cardGroups
    .map((group) => ({
      group,
      count: documents.filter((document) => isInGroup({ document, group })).length,
    }))
    .filter(({ group, count }) => count > 0 || group === selected || standing.includes(group))
}

export function needsLook({ state, warnings }: Pick<DocumentSummary, 'state' | 'warnings'>): boolean {
  return state === 'done' && warnings > 0
}

function isInGroup({ document, group }: { document: DocumentSummary; group: CardGroup }): boolean {
  return group === 'look' ? needsLook(document) : document.state === group
}

/** `Núñez` is found by `nunez`. */
function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
