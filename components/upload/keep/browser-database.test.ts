import { expect, test, vi } from 'vitest'
import { browserDatabase } from './browser-database'

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
  const transact = browserDatabase({ name: 'notes', stores: { notes: 'id' } })
  const list = () => transact('readonly', (tx) => tx.objectStore('notes').getAll())
  expect(await list()).toBeNull()
  await list()
  expect(open).toHaveBeenCalledTimes(1)
  database.onclose()
  await list()
  expect(open).toHaveBeenCalledTimes(2)
  database.onversionchange()
  expect(database.close).toHaveBeenCalledOnce()
  await list()
  expect(open).toHaveBeenCalledTimes(3)
})
