import { filterFromSearch, filterToSearch, type ListFilter } from '@/lib/documents/model/list-filter'

const item = 'intray.list'

/** Keeps in this tab which list was looked at last, so that a document's page goes on in its order, also after a reload. */
export function rememberList(filter: ListFilter): void {
  try {
    sessionStorage.setItem(item, filterToSearch(filter).toString())
  } catch {
    // A full or forbidden storage: the list of all takes its place.
  }
}

export function readLastList(): ListFilter {
  try {
    return filterFromSearch(new URLSearchParams(sessionStorage.getItem(item) ?? ''))
  } catch {
    return {}
  }
}
