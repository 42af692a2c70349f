import { expect, test, vi } from 'vitest'
import { AppError, toAppError } from './errors'

test('a disk without room is told as such, wherever it was met', () => {
  const thrown = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
  expect(toAppError(thrown)).toMatchObject({ code: 'storage.full', status: 507, cause: thrown })
})

test('what nobody foresaw says nothing to the caller and keeps its cause for the log', () => {
  const thrown = new Error('secret detail')
  const error = toAppError(thrown)
  expect(error).toMatchObject({ code: 'internal', status: 500, cause: thrown })
  expect(error.message).not.toContain('secret')
  expect(toAppError('a text').status).toBe(500)
})

test('our own errors stay what they are', () => {
  const error = new AppError('document.not_found')
  expect(toAppError(error)).toBe(error)
})

test('an error of ours out of another bundle of the same process is one of ours', async () => {
  vi.resetModules()
  const other = await import('./errors')
  expect(other.AppError).not.toBe(AppError)
  const thrown = new other.AppError('storage.full')
  expect(toAppError(thrown)).toBe(thrown)
})
