import { createWorker } from 'tesseract.js'
import { expect, test, vi } from 'vitest'
import { readInWasm } from './wasm'

vi.mock('tesseract.js', { spy: true })

test('a strip is read although the worker could not be started for the one before', async () => {
  const strip = { width: 2, height: 1, channels: 1 as const, pixels: Buffer.from([0, 255]) }
  const input = { strips: [strip], languages: ['eng'] }
  const working = { setParameters: async () => {}, recognize: async () => ({ data: { blocks: [] } }) }
  vi.mocked(createWorker).mockRejectedValueOnce(new Error('no memory'))
  vi.mocked(createWorker).mockResolvedValueOnce(working as never)
  await expect(readInWasm(input)).rejects.toThrow('no memory')
  expect(await readInWasm(input)).toEqual([[]])
})
