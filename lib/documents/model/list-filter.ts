import { type DocumentState, documentStateNames } from './status'

export const reviewFilters = ['open', 'done'] as const
export type ReviewFilter = (typeof reviewFilters)[number]

/** What the table is narrowed to; the address of the page and of the API say it the same way. Days are `YYYY-MM-DD`. */
export type ListFilter = {
  state?: DocumentState[]
  q?: string
  step?: string
  person?: string
  from?: string
  to?: string
  review?: ReviewFilter
}

/** Some choices made anew; undefined takes one back. */
export type FilterChange = { [Key in keyof ListFilter]?: ListFilter[Key] | undefined }

const calendarDay = /^\d{4}-\d{2}-\d{2}$/

/** Reads an address; what does not make sense in it is left out, so that an old link still opens. */
export function filterFromSearch(search: URLSearchParams): ListFilter {
  const state = (search.get('state') ?? '').split(',').filter(isDocumentState)
  const q = search.get('q')?.trim().slice(0, 200)
  const step = search.get('step')
  const person = search.get('person')
  const from = search.get('from')
  const to = search.get('to')
  const review = search.get('review') ?? search.get('check')
  return {
    ...(state.length > 0 ? { state } : {}),
    ...(q ? { q } : {}),
    ...(step ? { step } : {}),
    ...(person ? { person } : {}),
    ...(from && calendarDay.test(from) ? { from } : {}),
    ...(to && calendarDay.test(to) ? { to } : {}),
    ...(isReviewFilter(review) ? { review } : {}),
  }
}

/** The same filter always gives the same text, whatever the order of its choices. */
export function filterToSearch(filter: FilterChange): URLSearchParams {
  const search = new URLSearchParams()
  const states = documentStateNames.filter((state) => filter.state?.includes(state))
  if (states.length > 0) search.set('state', states.join(','))
  for (const key of ['q', 'step', 'person', 'from', 'to', 'review'] as const) {
    const value = filter[key]
    if (value) search.set(key, value)
  }
  return search
}

export function isFiltered(filter: ListFilter): boolean {
  return filterToSearch(filter).size > 0
}

function isDocumentState(text: string): text is DocumentState {
  return (documentStateNames as string[]).includes(text)
}

function isReviewFilter(text: string | null): text is ReviewFilter {
  return (reviewFilters as readonly (string | null)[]).includes(text)
}
