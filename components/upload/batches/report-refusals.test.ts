import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ReplyError } from '@/lib/fetch-json'
import { uploadItem } from '@/tests/support/uploads'
import { UploadList } from '../queue/upload-list'
import { reportRefusals } from './report-refusals'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const batchId = 'ab'.repeat(16)
const refused = { kind: 'refused', problem: { code: 'upload.empty' } } as const

function open(report = vi.fn(async (_: unknown): Promise<unknown> => null)) {
  const list = new UploadList()
  const stop = reportRefusals({ list, report })
  return { list, report, stop }
}

test('each refused file is told once, with its place in the batch', async () => {
  const { list, report, stop } = open()
  for (const place of [1, 2])
    list.put(
      uploadItem(refused, { id: `u${place}`, name: `${place}.pdf`, bytes: 0, receipt: { batchId, place } }),
    )
  list.put(uploadItem({ kind: 'queued' }, { id: 'u3', receipt: { batchId, place: 3 } }))
  list.put(uploadItem(refused, { id: 'u4', receipt: null }))
  await vi.advanceTimersByTimeAsync(100)
  list.put(uploadItem({ kind: 'cancelled' }, { id: 'u3', receipt: { batchId, place: 3 } }))
  await vi.advanceTimersByTimeAsync(60_000)
  const file = (place: number) => ({ place, name: `${place}.pdf`, bytes: 0, code: 'upload.empty' })
  expect(report).toHaveBeenCalledExactlyOnceWith({ batchId, files: [file(1), file(2)] })
  stop()
})

test('without a line it is told later; what the server does not want is not told again', async () => {
  const report = vi.fn(async (_: unknown): Promise<unknown> => null)
  report.mockRejectedValueOnce(new TypeError('Failed to fetch'))
  report.mockRejectedValueOnce(new ReplyError('request.invalid', 'No.', 400))
  const { list, stop } = open(report)
  list.put(uploadItem(refused, { receipt: { batchId, place: 1 } }))
  await vi.advanceTimersByTimeAsync(100)
  expect(report).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(report).toHaveBeenCalledTimes(2)
  stop()
})

test('what was not told yet is told no more once it was stopped', async () => {
  const report = vi.fn(
    async (_: unknown): Promise<unknown> => Promise.reject(new TypeError('Failed to fetch')),
  )
  const { list, stop } = open(report)
  list.put(uploadItem(refused, { receipt: { batchId, place: 1 } }))
  await vi.advanceTimersByTimeAsync(100)
  stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(report).toHaveBeenCalledOnce()
})
