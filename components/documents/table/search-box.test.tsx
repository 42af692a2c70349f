// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createRef } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { I18nProvider } from '@/components/shell/i18n'
import { SearchBox } from './search-box'

afterEach(cleanup)

function boxWith({ value, onSearch }: { value: string; onSearch: (text: string) => void }) {
  return (
    <I18nProvider locale="en" timeZone="UTC">
      <SearchBox ref={createRef<HTMLInputElement>()} value={value} onSearch={onSearch} />
    </I18nProvider>
  )
}

test('typing searches once, when it pauses', async () => {
  const onSearch = vi.fn()
  render(boxWith({ value: '', onSearch }))
  await userEvent.type(screen.getByRole('searchbox'), 'acme', { delay: 20 })
  expect(onSearch).not.toHaveBeenCalled()
  await vi.waitFor(() => expect(onSearch).toHaveBeenCalledWith('acme'))
  expect(onSearch).toHaveBeenCalledTimes(1)
})

test('a search cleared elsewhere empties the box', async () => {
  const onSearch = vi.fn()
  const { rerender } = render(boxWith({ value: 'acme', onSearch }))
  rerender(boxWith({ value: '', onSearch }))
  expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('')
  expect(onSearch).not.toHaveBeenCalled()
})

test('the answer to a search does not take away what was typed since', async () => {
  const onSearch = vi.fn()
  const { rerender } = render(boxWith({ value: '', onSearch }))
  const box = screen.getByRole<HTMLInputElement>('searchbox')
  await userEvent.type(box, 'acme{Enter}')
  await userEvent.type(box, ' in')
  rerender(boxWith({ value: 'acme', onSearch }))
  expect(box.value).toBe('acme in')
})
