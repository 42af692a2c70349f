import { filterFromSearch, filterToSearch, type ListFilter } from '@/lib/documents/model/list-filter'
import { type ColumnId, knownColumns } from '@/lib/documents/views/list-columns'
import type { DocumentView } from '@/lib/documents/views/schema'

/** What an address of the list says: a view, alone or changed, or a filter of one's own with one's own columns. */
type ListAddress = {
  view: DocumentView | null
  /** Named in the address and not there any more, or not for this reader. */
  isViewMissing: boolean
  filter: ListFilter
  /** Null: the reader's own. */
  columns: ColumnId[] | null
  /** Whether the view is shown otherwise than it is kept. */
  isChanged: boolean
}

const viewKey = 'view'
const columnsKey = 'columns'

/** `?view=…` alone is the view as it is kept now; what stands beside it is shown instead of the view's. */
export function readAddress({
  search,
  views,
}: {
  search: URLSearchParams
  views: DocumentView[]
}): ListAddress {
  const id = search.get(viewKey)
  const view = views.find((one) => one.id === id) ?? null
  const isOwnFilter = [...search.keys()].some((key) => key !== viewKey && key !== columnsKey)
  const columns = view ? knownColumns((search.get(columnsKey) ?? '').split(',')) : null
  return {
    view,
    isViewMissing: id !== null && view === null,
    filter: view && !isOwnFilter ? filterOfView(view) : filterFromSearch(search),
    columns: columns ?? view?.columns ?? null,
    isChanged: view !== null && (isOwnFilter || columns !== null),
  }
}

type Shown = { view: DocumentView | null; filter: ListFilter; columns: ColumnId[] | null }

/** An address says of a view only what is shown otherwise than it is kept. */
export function writeAddress({ view, filter, columns }: Shown): URLSearchParams {
  const said = filterToSearch(filter)
  if (!view) return said
  const search = new URLSearchParams({ [viewKey]: view.id })
  if (said.toString() !== filterToSearch(filterOfView(view)).toString()) {
    // Nothing at all beside the view would be read as the view's own filter.
    if (said.size === 0) said.set('sort', 'received')
    for (const [key, value] of said) search.set(key, value)
  }
  if (columns && columns.join() !== view.columns.join()) search.set(columnsKey, columns.join())
  return search
}

export const viewAddress = (view: DocumentView | null) =>
  view ? `/documents?${new URLSearchParams({ [viewKey]: view.id })}` : '/documents'

const filterOfView = (view: DocumentView) => filterFromSearch(new URLSearchParams(view.filter))
