// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { useDragUnderWay } from './use-drag-under-way'

afterEach(cleanup)

function openWindow() {
  const { result } = renderHook(useDragUnderWay)
  const see = (type: string) => act(() => window.dispatchEvent(new Event(type)))
  return { see, isUnderWay: () => result.current }
}

it('sees a drag while it goes on over the window', () => {
  const { see, isUnderWay } = openWindow()
  expect(isUnderWay()).toBe(false)
  see('dragenter')
  see('dragover')
  expect(isUnderWay()).toBe(true)
  see('drop')
  expect(isUnderWay()).toBe(false)
})

it('sees the end of a drag that left the window or was given up', () => {
  const { see, isUnderWay } = openWindow()
  see('dragover')
  act(() => window.dispatchEvent(Object.assign(new Event('dragleave'), { relatedTarget: null })))
  expect(isUnderWay()).toBe(false)
  see('dragover')
  see('dragend')
  expect(isUnderWay()).toBe(false)
})

it('takes a beginning that React plays again after the drop for no drag', () => {
  const { see, isUnderWay } = openWindow()
  see('dragover')
  see('drop')
  see('dragenter')
  expect(isUnderWay()).toBe(false)
})
