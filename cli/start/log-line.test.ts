import { expect, test } from 'vitest'
import { toNotice } from './log-line'

const entry = (fields: object) => ({ line: JSON.stringify(fields), isError: false })

test('an error of the log is told with its cause', () => {
  expect(toNotice(entry({ level: 50, msg: 'a job failed', err: { message: 'disk full' } }))).toBe(
    'a job failed: disk full',
  )
})

test('daily business is not repeated at the terminal', () => {
  expect(toNotice(entry({ level: 30, msg: 'document accepted' }))).toBeNull()
  expect(toNotice({ line: '✓ Ready in 300ms', isError: false })).toBeNull()
})

test('whatever a process cries on standard error is told as it is', () => {
  expect(toNotice({ line: 'Error: out of memory', isError: true })).toBe('Error: out of memory')
  expect(toNotice({ line: '', isError: true })).toBeNull()
})
