import { hashInWorker } from '../hash/hash-in-worker'
import { claimKeptFile } from '../transfer/claimed-uploads'
import { randomId } from '../transfer/random-id'
import { keptStore, readFreeBytes } from './kept-store'
import { UploadKeep } from './upload-keep'

const tabItem = 'intray.tab'

/** The files that this browser keeps for a person. */
export function openKeep(personId: string): UploadKeep {
  return new UploadKeep({
    store: keptStore,
    personId,
    tabId: readTabId,
    readFreeBytes,
    claim: claimKeptFile,
    knowsTabs: () => Boolean(navigator.locks),
    newId: randomId,
    hash: hashInWorker,
  })
}

/** A tab keeps its own through a reload; where the browser forbids that, it is another one each time. */
function readTabId(): string {
  try {
    const known = sessionStorage.getItem(tabItem)
    if (known) return known
    const id = randomId()
    sessionStorage.setItem(tabItem, id)
    return id
  } catch {
    return randomId()
  }
}
