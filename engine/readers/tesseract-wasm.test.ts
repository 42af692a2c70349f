import { createWorker } from 'tesseract.js'
import { expect, test, vi } from 'vitest'
import { recogniseInWasm } from './tesseract-wasm'

vi.mock('tesseract.js', { spy: true })

test('a picture is read although the worker could not be started for the one before', async () => {
  const picture = { width: 2, height: 1, pixels: Buffer.from([0, 255]) }
  const working = { setParameters: async () => {}, recognize: async () => ({ data: { blocks: [] } }) }
  vi.mocked(createWorker).mockRejectedValueOnce(new Error('no memory'))
  vi.mocked(createWorker).mockResolvedValueOnce(working as never)
  await expect(recogniseInWasm(picture)).rejects.toThrow('no memory')
  expect(await recogniseInWasm(picture)).toEqual([])
})
