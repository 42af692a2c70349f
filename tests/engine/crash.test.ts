import { readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { call, pdfBytes, submit, until, waitFor } from './calls'
import { type EngineProcess, startEngineProcess } from './engine-process'

let engine: EngineProcess

beforeEach(async () => {
  engine = await startEngineProcess()
})
afterEach(() => engine.dispose())

const usage = async () => (await call({ engine, path: '/api/usage' })).body
const storedFiles = () => readdir(path.join(engine.dataDir, 'files'))
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('kill -9 in the middle of everything loses no accepted document and counts none twice', async () => {
  const ids: string[] = []
  for (let round = 0; round < 2; round += 1) {
    const names = Array.from({ length: 6 }, (_, index) => `takes-${50 + index * 60}-pages-3.pdf`)
    const sending = Promise.allSettled(
      names.map(async (name) => {
        const { body } = await submit({ engine, name })
        ids.push(body.id)
      }),
    )
    const answersBeforeKill = ids.length + 3
    await until(() => ids.length >= answersBeforeKill)
    await engine.kill('SIGKILL')
    await sending
    await engine.restart()
  }
  expect(ids.length).toBeGreaterThanOrEqual(6)
  for (const id of ids) expect((await waitFor({ engine, id })).status).toBe('SUCCESS')
  // Every success has three pages: more conversions than answers are documents whose 202 was cut off by the kill.
  await until(async () => (await storedFiles()).length === 0)
  const { successful_pages, successful_conversions } = await usage()
  expect(successful_pages).toBe(successful_conversions * 3)
  expect(successful_conversions).toBeGreaterThanOrEqual(ids.length)
  expect(successful_conversions).toBeLessThanOrEqual(12)
})

test('a document that was being read at the kill is read again and counted once', async () => {
  const { body } = await submit({ engine, name: 'takes-700-pages-4.pdf' })
  await waitFor({ engine, id: body.id, states: ['PROCESSING'] })
  await engine.kill('SIGKILL')
  await engine.restart()
  expect((await waitFor({ engine, id: body.id })).status).toBe('SUCCESS')
  expect(await usage()).toMatchObject({ successful_pages: 4, successful_conversions: 1 })
})

test('any few kills in a row are no fault of the document that was being read', async () => {
  const { body } = await submit({ engine, name: 'takes-1500.pdf' })
  for (let round = 0; round < 4; round += 1) {
    await waitFor({ engine, id: body.id, states: ['PROCESSING'] })
    await engine.kill('SIGKILL')
    await engine.restart()
  }
  expect((await waitFor({ engine, id: body.id })).status).toBe('SUCCESS')
})

test('clean ends are nobody’s fault: the document is taken up after any number of them', async () => {
  const { body } = await submit({ engine, name: 'takes-1500.pdf' })
  for (let round = 0; round < 4; round += 1) {
    await waitFor({ engine, id: body.id, states: ['PROCESSING'] })
    await engine.kill('SIGTERM')
    await engine.restart()
  }
  expect((await waitFor({ engine, id: body.id })).status).toBe('SUCCESS')
})

test('leftovers of uploads cut short are removed at the start', async () => {
  await engine.kill('SIGKILL')
  await writeFile(path.join(engine.dataDir, 'files', 'cleftover0000000000000000'), pdfBytes)
  await engine.restart()
  expect(await storedFiles()).toEqual([])
})

test.each(['SIGKILL', 'SIGTERM'] as const)('no reader outlives an engine that ends by %s', async (signal) => {
  const { body } = await submit({ engine, name: 'hang.pdf' })
  await waitFor({ engine, id: body.id, states: ['PROCESSING'] })
  await until(async () => (await engine.readers()).length > 0)
  const readers = await engine.readers()
  await engine.kill(signal)
  await until(() => !readers.some(isAlive))
})

test('a second engine on the same folder is refused', async () => {
  await expect(engine.restart()).rejects.toThrow('is in use by another Intray process')
})
