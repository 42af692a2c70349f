// @vitest-environment jsdom
import { act, renderHook, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { Shot } from './shot'
import { useShots } from './use-shots'

const photo = (name: string) => new File(['x'], name, { type: 'image/jpeg' })
const kept: Shot = { id: 'kept', file: photo('kept.jpg'), turn: 0 }
const namesOf = (shots: readonly Shot[]) => shots.map(({ file }) => file.name)

function open(list: () => Promise<Shot[]> = async () => []) {
  const replace = vi.fn(async (_: { personId: string; shots: readonly Shot[] }) => {})
  const store = { list, replace }
  const { result } = renderHook(() => useShots({ personId: 'usr_1', store }))
  const take = (name: string) => act(() => result.current.add({ file: photo(name), insteadOf: null }))
  return { result, replace, take }
}

test('a page taken before those of an earlier visit are found is kept with them, not in their place', async () => {
  let find = (_: Shot[]) => {}
  const { result, replace, take } = open(
    () =>
      new Promise((resolve) => {
        find = resolve
      }),
  )
  take('new.jpg')
  await act(async () => find([kept]))
  expect(namesOf(result.current.shots)).toEqual(['kept.jpg', 'new.jpg'])
  await waitFor(() => expect(replace).toHaveBeenCalledOnce())
  expect(namesOf(replace.mock.calls[0]?.[0].shots ?? [])).toEqual(['kept.jpg', 'new.jpg'])
})

test('what was sent goes, and a page taken meanwhile stays', async () => {
  const { result, take } = open()
  take('one.jpg')
  const sent = result.current.shots
  take('two.jpg')
  act(() => result.current.removeAll(sent))
  await waitFor(() => expect(namesOf(result.current.shots)).toEqual(['two.jpg']))
})
