import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  claimPage,
  isSessionOver,
  noteRefusal,
  noteSignedIn,
  personHeaders,
  whenSignedIn,
  whileRenewing,
} from './page-session'

const reload = vi.fn()
let leave = () => {}
beforeEach(() => {
  reload.mockClear()
  vi.stubGlobal('location', { reload })
  leave = claimPage('usr_1')
})
afterEach(() => {
  leave()
  vi.unstubAllGlobals()
})

test('a page says whose it is as long as it is somebody’s', () => {
  expect(personHeaders()).toEqual({ 'X-Intray-Person': 'usr_1' })
  leave()
  expect(personHeaders()).toEqual({})
})

test('the session is over with the first call that needs one, until somebody signs in', () => {
  noteRefusal('auth.forbidden')
  expect(isSessionOver()).toBe(false)
  noteRefusal('auth.required')
  expect(isSessionOver()).toBe(true)
  noteSignedIn()
  expect(isSessionOver()).toBe(false)
})

test('a page of nobody has no session that could be over, and does not start afresh', () => {
  leave()
  noteRefusal('auth.required')
  noteRefusal('auth.other_person')
  expect(isSessionOver()).toBe(false)
  expect(reload).not.toHaveBeenCalled()
})

test('the page of somebody else starts afresh', () => {
  noteRefusal('auth.other_person')
  expect(reload).toHaveBeenCalledOnce()
})

test('while the session is renewed a refusal does not end it, and who waits goes on after it', async () => {
  const seen: string[] = []
  let finish = () => {}
  const renewal = whileRenewing(() => new Promise<void>((resolve) => (finish = resolve)))
  noteRefusal('auth.required')
  expect(isSessionOver()).toBe(false)
  const waiting = whenSignedIn().then(() => seen.push('on'))
  await Promise.resolve()
  expect(seen).toEqual([])
  finish()
  await Promise.all([renewal, waiting])
  expect(seen).toEqual(['on'])
})

test('who waits for the sign-in goes on with it', async () => {
  noteRefusal('auth.required')
  const waiting = whenSignedIn()
  noteSignedIn()
  await expect(waiting).resolves.toBeUndefined()
})
