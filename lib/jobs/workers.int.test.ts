import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { adoptConnection, db } from '../db/client'
import { type Connection, connectEmbedded } from '../db/connection'
import { wakeWorker } from './wake'
import { type Look, startWorkers, stopWorkers } from './workers'

let connection: Connection
const look = vi.fn<Look>().mockResolvedValue(null)

beforeAll(async () => {
  connection = await connectEmbedded()
  adoptConnection(connection)
  await startWorkers({ submit: look })
})
afterAll(async () => {
  await stopWorkers()
  adoptConnection(undefined)
  await connection.close()
})

test('a worker looks once when it starts, for what an earlier process left', () => {
  expect(look).toHaveBeenCalledTimes(1)
})

test('a wake is heard when its transaction commits, and not when it is rolled back', async () => {
  look.mockClear()
  const work = db().transaction(async (tx) => {
    await wakeWorker('submit', tx)
    expect(look).not.toHaveBeenCalled()
    throw new Error('rolled back')
  })
  await expect(work).rejects.toThrow('rolled back')
  await wakeWorker('track')
  expect(look).not.toHaveBeenCalled()
  await db().transaction((tx) => wakeWorker('submit', tx))
  await vi.waitFor(() => expect(look).toHaveBeenCalledTimes(1))
})

test('a worker comes back when the next row is due', async () => {
  look.mockClear()
  look.mockResolvedValueOnce(new Date(Date.now() + 200))
  await wakeWorker('submit')
  await vi.waitFor(() => expect(look).toHaveBeenCalledTimes(2))
})

test('workers that were stopped do not look again', async () => {
  await stopWorkers()
  look.mockClear()
  await wakeWorker('submit')
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(look).not.toHaveBeenCalled()
})
