import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { KeptFile } from './kept-file'
import type { KeptStore } from './kept-store'
import { UploadKeep, type UploadKeepParts } from './upload-keep'

const entries = new Map<string, KeptFile>()
const files = new Map<string, File>()
const claimed = new Set<string>()
beforeEach(() => {
  for (const known of [entries, files, claimed]) known.clear()
})

const store: KeptStore = {
  list: async () => [...entries.values()],
  readFile: async (id) => files.get(id),
  put: async ({ entry, file }) => {
    entries.set(entry.id, entry)
    if (file) files.set(entry.id, file)
    return true
  },
  remove: async (ids) => {
    for (const id of ids) {
      entries.delete(id)
      files.delete(id)
    }
    return undefined
  },
}

let count = 0
/** A tab of the one browser. */
function openTab(parts: Partial<UploadKeepParts> = {}) {
  return new UploadKeep({
    store,
    personId: 'ana',
    tabId: () => 'tab',
    readFreeBytes: async () => null,
    claim: async (id) => {
      if (claimed.has(id)) return null
      claimed.add(id)
      return () => claimed.delete(id)
    },
    knowsTabs: () => true,
    newId: () => `kept-${++count}`,
    hash: async () => 'hash',
    ...parts,
  })
}
const known = (name: string) => ({
  name,
  bytes: 3,
  contentType: 'application/pdf',
  pages: 1,
  options: { stepId: 'step', metadata: {} },
  allowDuplicate: false,
  receipt: null,
})
const add = (keep: UploadKeep, name: string, content = 'abc') =>
  keep.add({ known: known(name), file: new File([content], name) })
const whenKept = (name: string) =>
  vi.waitFor(() => expect([...entries.values()].map((one) => one.name)).toContain(name))

describe('kept uploads', () => {
  it('come back with their bytes to the person who dropped them, once their tab is closed', async () => {
    add(openTab(), 'a.pdf')
    await whenKept('a.pdf')
    expect(await openTab().take()).toEqual([])
    claimed.clear()
    expect(await openTab({ personId: 'ben' }).take()).toEqual([])
    const [found] = await openTab().take()
    expect(found?.entry).toMatchObject({ name: 'a.pdf', hasBytes: true })
    expect(await found?.file?.text()).toBe('abc')
    expect(await openTab().take()).toEqual([])
  })

  it('are forgotten when they have been received', async () => {
    const keep = openTab()
    const id = add(keep, 'a.pdf')
    await whenKept('a.pdf')
    keep.remove(id)
    await vi.waitFor(() => expect([entries.size, files.size, claimed.size]).toEqual([0, 0, 0]))
  })

  it.each([
    ['a browser with little room', { readFreeBytes: async () => 5 }],
    ['a browser that takes no bytes', { store: { ...store, put: whereNoBytesFit } }],
  ] as [string, Partial<UploadKeepParts>][])('in %s are names with a hash', async (_, parts) => {
    add(openTab(parts), 'a.pdf')
    await vi.waitFor(() => expect([...entries.values()]).toMatchObject([{ hasBytes: false, sha256: 'hash' }]))
    claimed.clear()
    expect(await openTab().take()).toMatchObject([{ entry: { name: 'a.pdf' }, file: null }])
  })

  it('of a browser that keeps nothing are none, and nothing waits for them', async () => {
    const shut = {
      list: async () => null,
      readFile: async () => null,
      put: async () => false,
      remove: async () => null,
    }
    const keep = openTab({ store: shut })
    const id = add(keep, 'a.pdf')
    expect(await keep.take()).toEqual([])
    expect([keep.hasBytes(id), keep.isStored(id)]).toEqual([false, false])
  })

  it('of another tab are left to it where nobody can say whether that is open', async () => {
    const noLocks = { knowsTabs: () => false, claim: async () => () => undefined }
    add(openTab(noLocks), 'a.pdf')
    await whenKept('a.pdf')
    expect(await openTab({ ...noLocks, tabId: () => 'other' }).take()).toEqual([])
    expect(await openTab(noLocks).take()).toHaveLength(1)
  })

  it('that are older than the server would keep them are cleared away', async () => {
    add(openTab(), 'a.pdf')
    await whenKept('a.pdf')
    for (const [id, entry] of entries) entries.set(id, { ...entry, keptAt: 0 })
    claimed.clear()
    expect(await openTab({ personId: 'ben' }).take()).toEqual([])
    expect(entries.size).toBe(0)
  })
})

async function whereNoBytesFit({ entry, file }: { entry: KeptFile; file: File | null }) {
  return file ? false : store.put({ entry, file })
}
