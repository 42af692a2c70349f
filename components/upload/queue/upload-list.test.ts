import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { uploadItem } from '@/tests/support/uploads'
import { UploadList } from './upload-list'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('many changes are told once, sixty milliseconds after the first', () => {
  const list = new UploadList()
  const listener = vi.fn()
  const stop = list.subscribe(listener)
  list.put(uploadItem({ kind: 'queued' }, { id: 'a' }))
  list.put(uploadItem({ kind: 'queued' }, { id: 'b' }))
  vi.advanceTimersByTime(59)
  expect(listener).not.toHaveBeenCalled()
  expect(list.getSnapshot()).toEqual([])
  vi.advanceTimersByTime(1)
  expect(listener).toHaveBeenCalledOnce()
  expect(list.getSnapshot().map(({ id }) => id)).toEqual(['a', 'b'])
  stop()
  list.remove('a')
  vi.advanceTimersByTime(60)
  expect(listener).toHaveBeenCalledOnce()
  expect(list.getSnapshot().map(({ id }) => id)).toEqual(['b'])
})

test('the rows are known ahead of what was told; a changed row keeps its place, a new object each time', () => {
  const list = new UploadList()
  const first = uploadItem({ kind: 'queued' }, { id: list.nextId() })
  list.put(first)
  list.put(uploadItem({ kind: 'queued' }, { id: list.nextId() }))
  list.setPhase('upload-1', { kind: 'cancelled' })
  expect(list.all().map(({ id, phase }) => [id, phase.kind])).toEqual([
    ['upload-1', 'cancelled'],
    ['upload-2', 'queued'],
  ])
  expect(list.get('upload-1')).not.toBe(first)
})

test('what was taken off the list is not brought back by its last news', () => {
  const list = new UploadList()
  list.put(uploadItem({ kind: 'queued' }, { id: 'a' }))
  list.remove('a')
  list.setPhase('a', { kind: 'received', documentId: 'd' })
  expect(list.all()).toEqual([])
})
