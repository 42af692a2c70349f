import { expect, test, vi } from 'vitest'
import { keptStore } from './kept-store'

/** A browser's database as far as it is opened; what is asked of it fails. */
function stubDatabase() {
  const database = { onclose: () => {}, onversionchange: () => {}, close: vi.fn() }
  const open = vi.fn(() => {
    const request = { result: database, onsuccess: () => {} }
    queueMicrotask(() => request.onsuccess())
    return request
  })
  vi.stubGlobal('indexedDB', { open })
  return { database, open }
}

test('the database is opened once, and again where the browser or a newer desk has closed it', async () => {
  const { database, open } = stubDatabase()
  expect(await keptStore.list()).toBeNull()
  await keptStore.list()
  expect(open).toHaveBeenCalledTimes(1)
  database.onclose()
  await keptStore.list()
  expect(open).toHaveBeenCalledTimes(2)
  database.onversionchange()
  expect(database.close).toHaveBeenCalledOnce()
  await keptStore.list()
  expect(open).toHaveBeenCalledTimes(3)
})
