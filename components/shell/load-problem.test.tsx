// @vitest-environment jsdom
import { useQuery } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { ReplyError } from '@/lib/fetch-json'
import { inSpanish, renderDesk, t } from '@/tests/support/render'
import { ExportMenu } from './export-menu'
import { LoadProblem } from './load-problem'
import { PageHeader } from './page-header'
import { Providers } from './providers'

test('what did not load says why in the server’s words, and can be asked for again', async () => {
  const onRetry = vi.fn()
  const { user } = renderDesk(
    <LoadProblem error={new ReplyError('auth.forbidden', 'Not yours.', 403)} onRetry={onRetry} />,
  )
  expect(screen.getByText('Not yours.')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: t('common.retry') }))
  expect(onRetry).toHaveBeenCalledOnce()
})

test.each([new TypeError('Failed to fetch'), new ReplyError('internal', '', 502), null])(
  'where there are no words of the server, it was not reached (%s)',
  (error) => {
    renderDesk(<LoadProblem error={error} onRetry={() => {}} />, { locale: 'es' })
    expect(screen.getByText(inSpanish('problem.offline'))).toBeTruthy()
  },
)

test('an export is offered in every form, as a download of its own', async () => {
  const { user } = renderDesk(
    <ExportMenu label="Export" hint="All of it" hrefOf={({ format }) => `/x?format=${format}`} />,
  )
  const button = screen.getByRole('button', { name: 'Export' })
  expect(button.title).toBe('All of it')
  await user.click(button)
  const links = screen.getAllByRole('menuitem')
  expect(links.map((link) => [link.getAttribute('href'), link.hasAttribute('download')])).toEqual([
    ['/x?format=xlsx', true],
    ['/x?format=csv', true],
  ])
})

test('a page’s head has its title, and the rest only where there is any', () => {
  const { rerender, container } = renderDesk(<PageHeader title="Usage" />)
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Usage')
  expect(container.querySelectorAll('header > div, header p:not([class*=hidden])')).toHaveLength(1)
  rerender(<PageHeader title="Usage" description="Months" actions={<button type="button">Save</button>} />)
  expect(screen.getByText('Months')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Save' })).toBeTruthy()
})

test.each([
  [new ReplyError('auth.forbidden', 'No.', 403), 1],
  [new ReplyError('internal', '', 500), 4],
  [new TypeError('Failed to fetch'), 4],
])('a refusal of ours is not asked again, a fault three times more (%s)', async (error, times) => {
  vi.useFakeTimers()
  const asked = vi.fn(() => Promise.reject(error))
  function Asking() {
    return <p>{useQuery({ queryKey: ['x'], queryFn: asked }).isError ? 'failed' : 'asking'}</p>
  }
  render(
    <Providers locale="en" timeZone="UTC">
      <Asking />
    </Providers>,
  )
  await act(() => vi.advanceTimersByTimeAsync(60_000))
  expect(screen.getByText('failed')).toBeTruthy()
  expect(asked).toHaveBeenCalledTimes(times)
})
