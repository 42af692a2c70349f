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
  supplier?: string
  issuedFrom?: string
  issuedTo?: string
  dueFrom?: string
  dueTo?: string
  sort?: ListSort
  order?: SortOrder
}

/** What a list can be ordered by; documents without such a value come last, either way round. */
export const listSorts = [
  'received',
  'supplier',
  'number',
  'issued',
  'due',
  'total',
  'toReview',
  'state',
] as const
export type ListSort = (typeof listSorts)[number]
export const sortOrders = ['asc', 'desc'] as const
type SortOrder = (typeof sortOrders)[number]

export type ListOrder = { sort: ListSort; order: SortOrder }

/** What is read from its beginning begins with the first; all else with the newest, latest or largest. */
export function naturalOrder(sort: ListSort): SortOrder {
  return sort === 'supplier' || sort === 'number' || sort === 'due' || sort === 'state' ? 'asc' : 'desc'
}

export const reversed = { asc: 'desc', desc: 'asc' } as const satisfies Record<SortOrder, SortOrder>

/** Newest first, unless something else is asked for. */
export function listOrderOf({ sort = 'received', order }: Asked): ListOrder {
  return { sort, order: order ?? naturalOrder(sort) }
}
type Asked = { sort?: ListSort | undefined; order?: SortOrder | undefined }

const dayKeys = ['from', 'to', 'issuedFrom', 'issuedTo', 'dueFrom', 'dueTo'] as const

/** Some choices made anew; undefined takes one back. */
export type FilterChange = { [Key in keyof ListFilter]?: ListFilter[Key] | undefined }

const calendarDay = /^\d{4}-\d{2}-\d{2}$/

/** Reads an address; what does not make sense in it is left out, so that an old link still opens. */
export function filterFromSearch(search: URLSearchParams): ListFilter {
  const state = (search.get('state') ?? '').split(',').filter(isDocumentState)
  const q = search.get('q')?.trim().slice(0, 200)
  const step = search.get('step')
  const person = search.get('person')
  const review = search.get('review') ?? search.get('check')
  const supplier = search.get('supplier')?.trim().slice(0, 200)
  const days = dayKeys.flatMap((key) => {
    const day = search.get(key)
    return day && calendarDay.test(day) ? [[key, day]] : []
  })
  const sort = listSorts.find((one) => one === search.get('sort'))
  const order = sortOrders.find((one) => one === search.get('order'))
  return {
    ...(state.length > 0 ? { state } : {}),
    ...(q ? { q } : {}),
    ...(step ? { step } : {}),
    ...(person ? { person } : {}),
    ...(supplier ? { supplier } : {}),
    ...Object.fromEntries(days),
    ...(sort ? { sort } : {}),
    ...(order ? { order } : {}),
    ...(isReviewFilter(review) ? { review } : {}),
  }
}

/** The same filter always gives the same text, whatever the order of its choices. */
export function filterToSearch(filter: FilterChange): URLSearchParams {
  const search = new URLSearchParams()
  const states = documentStateNames.filter((state) => filter.state?.includes(state))
  if (states.length > 0) search.set('state', states.join(','))
  const list = listOrderOf(filter)
  const { sort = 'received' } = filter
  const order = list.order === naturalOrder(sort) ? undefined : filter.order
  const said = { ...filter, order, sort: sort === 'received' && !order ? undefined : sort }
  for (const key of ['q', 'step', 'person', 'supplier', ...dayKeys, 'review', 'sort', 'order'] as const) {
    const value = said[key]
    if (value) search.set(key, value)
  }
  return search
}

/** Whether it leaves documents out; their order leaves out none. */
export function isFiltered(filter: ListFilter): boolean {
  return filterToSearch({ ...filter, sort: undefined, order: undefined }).size > 0
}

function isDocumentState(text: string): text is DocumentState {
  return (documentStateNames as string[]).includes(text)
}

function isReviewFilter(text: string | null): text is ReviewFilter {
  return (reviewFilters as readonly (string | null)[]).includes(text)
}
