import { readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { call, pdfBytes, submit, until, waitFor } from './calls'
import { type EngineProcess, startEngineProcess } from './engine-process'

let engine: EngineProcess

beforeAll(async () => {
  engine = await startEngineProcess()
})
afterAll(() => engine.dispose())

// Each end costs a start, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 240_000 })

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

test('a document that was being read at every one of a few kills is read in the end, and counted once', async () => {
  const before = await usage()
  const { body } = await submit({ engine, name: 'takes-1500-pages-4.pdf' })
  for (let round = 0; round < 4; round += 1) {
    await waitFor({ engine, id: body.id, states: ['PROCESSING'] })
    await engine.kill('SIGKILL')
    await engine.restart()
  }
  expect((await waitFor({ engine, id: body.id })).status).toBe('SUCCESS')
  const after = await usage()
  expect(after.successful_pages - before.successful_pages).toBe(4)
  expect(after.successful_conversions - before.successful_conversions).toBe(1)
})

test('a document that was being read at a clean end is taken up again', async () => {
  const { body } = await submit({ engine, name: 'takes-1500.pdf' })
  await waitFor({ engine, id: body.id, states: ['PROCESSING'] })
  await engine.kill('SIGTERM')
  await engine.restart()
  expect((await waitFor({ engine, id: body.id })).status).toBe('SUCCESS')
})

test('leftovers of uploads cut short are removed at the start', async () => {
  await engine.kill('SIGKILL')
  await writeFile(path.join(engine.dataDir, 'files', 'cleftover0000000000000000'), pdfBytes)
  await engine.restart()
  expect(await storedFiles()).toEqual([])
})

test('a second engine on the same folder is refused', async () => {
  await expect(engine.restart()).rejects.toThrow('is in use by another Intray process')
})

test('no reader outlives an engine that ends, cleanly or not', async () => {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    await submit({ engine, name: 'hang.pdf' })
    await until(async () => (await engine.readings()).at(-1) === 'hang.pdf')
    const readers = await engine.readers()
    expect(readers).not.toEqual([])
    await engine.kill(signal)
    await until(() => !readers.some(isAlive))
    await rm(path.join(engine.dataDir, 'readings'))
    await engine.restart()
  }
})
