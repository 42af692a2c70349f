// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { renderDesk } from '@/tests/support/render'
import { ArrivalFocus } from './arrival-focus'

function Desk() {
  const [isLoaded, setLoaded] = useState(true)
  return (
    <>
      <ArrivalFocus />
      <nav>
        <button type="button">link</button>
      </nav>
      <main id="content" tabIndex={-1}>
        {isLoaded ? <h1>Head</h1> : null}
        <input aria-label="field" />
        <button type="button" onClick={() => setLoaded(!isLoaded)}>
          load
        </button>
      </main>
    </>
  )
}
const go = (path: string) => act(() => history.pushState(null, '', path))
/** The browser has changed the address by the time it tells of it. */
const back = (path: string) =>
  act(() => {
    history.replaceState(null, '', path)
    window.dispatchEvent(new PopStateEvent('popstate'))
  })
const focused = () => document.activeElement?.textContent

test('a link leads the focus to the head of the page, the first page and a new filter do not', async () => {
  const { user } = renderDesk(<Desk />, { path: '/' })
  expect(document.activeElement).toBe(document.body)
  await user.click(screen.getByRole('button', { name: 'link' }))
  await go('/documents')
  expect(focused()).toBe('Head')
  await user.click(screen.getByRole('button', { name: 'link' }))
  await go('/documents?q=x')
  expect(focused()).toBe('link')
})

test('what the page itself has put the focus into keeps it, and Back leaves it to the browser', async () => {
  const { user } = renderDesk(<Desk />, { path: '/' })
  screen.getByRole('textbox').focus()
  await go('/review')
  expect(document.activeElement).toBe(screen.getByRole('textbox'))
  await user.click(screen.getByRole('button', { name: 'link' }))
  await back('/')
  expect(focused()).toBe('link')
})

test('a link after Back to another filter of the same page leads the focus to the head', async () => {
  const { user } = renderDesk(<Desk />, { path: '/documents?q=x' })
  await back('/documents')
  await user.click(screen.getByRole('button', { name: 'link' }))
  await go('/documents/doc_1')
  expect(focused()).toBe('Head')
})

test('a head that comes later gets the focus then', async () => {
  const { user } = renderDesk(<Desk />, { path: '/' })
  const load = screen.getByRole('button', { name: 'load' })
  await user.click(load)
  load.blur()
  await go('/documents/doc_1')
  expect(document.activeElement).toBe(document.body)
  await act(async () => load.dispatchEvent(new MouseEvent('click', { bubbles: true })))
  expect(focused()).toBe('Head')
})
