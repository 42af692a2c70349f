// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, test } from 'vitest'
import type { UsageMonth, UsageOverview } from '@/lib/usage/schema'
import { inSpanish, renderDesk, t } from '@/tests/support/render'
import { stubServer } from '@/tests/support/stub-server'
import { CurrentMonth } from './current-month'
import { QuotaBanner, QuotaNotice } from './quota-notice'
import { UsageScreen } from './usage-screen'

const timeZone = 'America/Santiago'
const month = (number: number, pages: number, known: Partial<UsageMonth> = {}): UsageMonth => ({
  year: 2026,
  month: number,
  pages,
  operations: 7,
  ledger: { pages, operations: 7 },
  source: 'upstream',
  asOf: '2026-11-21T15:00:00.000Z',
  ...known,
})

function overview(
  current: Partial<UsageOverview['current']> = {},
  quota: number | null = 5000,
): UsageOverview {
  const now = month(11, current.pages ?? 1234, current)
  return {
    timeZone,
    quota,
    months: [month(9, 10), month(10, 2000), now],
    current: {
      ...now,
      left: quota === null ? null : Math.max(0, quota - now.pages),
      startsAt: '2026-11-01T03:00:00.000Z',
      resetsAt: '2026-12-01T03:00:00.000Z',
      daysLeft: 10,
      spentUpstream: null,
      level: 'calm',
      projection: { pages: 1800, exhaustsAt: null },
      ...current,
    },
  }
}

const show = (shown: UsageOverview, { canSetQuota = true, locale = 'en' as 'en' | 'es' } = {}) =>
  renderDesk(<CurrentMonth overview={shown} canSetQuota={canSetQuota} />, { locale, timeZone })
const figure = (key: Parameters<typeof t>[0]) => screen.getByText(t(key)).nextElementSibling?.textContent

describe('this month', () => {
  it('has nothing left, quota or not, once the service says so', () => {
    show(overview({ left: 0, spentUpstream: { since: '2026-11-21T15:00:00.000Z', resetsAt: null } }, null))
    expect(figure('usage.left')).toBe('0pages')
    expect(screen.queryByText(t('usage.included'))).toBeNull()
  })

  it('says what is used, included and left, and how many documents that were', () => {
    show(overview())
    expect(figure('usage.used')).toBe('1,234pages')
    expect(figure('usage.included')).toBe('5,000pages')
    expect(figure('usage.left')).toBe('3,766pages')
    expect(figure('usage.operations')).toBe(`7${t('usage.operations_hint')}`)
    const bar = screen.getByRole('progressbar', { name: t('usage.bar.label') })
    expect(bar.getAttribute('aria-valuetext')).toBe('1,234 of 5,000 pages, 24%')
  })

  it('writes thousands as the reader does', () => {
    show(overview(), { locale: 'es' })
    expect(screen.getByText('1.234')).toBeTruthy()
    expect(screen.getByText('5.000')).toBeTruthy()
  })

  it('beyond its quota counts the pages over it; exactly at it there are none', () => {
    const { unmount } = show(overview({ pages: 5003 }))
    expect(figure('usage.left')).toBe(`0${t('usage.over_quota', { pages: 3 })}`)
    unmount()
    show(overview({ pages: 5000 }))
    expect(figure('usage.left')).toBe('0pages')
  })

  it('without a quota shows none, and the way to set one to those who may', () => {
    const { unmount } = show(overview({}, null))
    expect(screen.queryByText(t('usage.left'))).toBeNull()
    expect(screen.queryByRole('progressbar')).toBeNull()
    expect(screen.getByRole('link', { name: t('usage.set_quota') }).getAttribute('href')).toBe(
      '/settings#quota',
    )
    unmount()
    show(overview({}, null), { canSetQuota: false })
    expect(screen.queryByRole('link')).toBeNull()
  })

  it('is told where it is heading by its last day, and that the pages last', () => {
    show(overview())
    const words = screen.getByText(/1,800/).closest('p')?.textContent
    expect(words).toContain('Nov 30')
    expect(words).toContain(t('usage.pace.lasts'))
    expect(screen.getByText(t('usage.pace.previous', { month: 'October 2026', pages: 2000 }))).toBeTruthy()
  })

  it('is told when its pages run out, and nothing of lasting once they have', () => {
    const exhaustsAt = '2026-11-25T12:00:00.000Z'
    const { unmount } = show(overview({ projection: { pages: 6000, exhaustsAt } }))
    expect(screen.getByText(t('usage.pace.runs_out', { day: 'Nov 25' }))).toBeTruthy()
    unmount()
    show(overview({ pages: 5000, projection: { pages: 6000, exhaustsAt: null } }))
    expect(screen.queryByText(new RegExp(t('usage.pace.lasts')))).toBeNull()
  })

  it.each([
    [0, 'usage.pace.unused'],
    [5, 'usage.pace.too_early'],
  ] as const)('with %d pages and no forecast says why there is none', (pages, key) => {
    show(overview({ pages, projection: null }))
    expect(screen.getByText(t(key))).toBeTruthy()
  })

  it.each(['upstream', 'remembered', 'ledger'] as const)('names who counted: %s', (source) => {
    show(overview({ source }))
    expect(screen.getByText(t(`usage.source.${source}`, { time: 'Nov 21, 2026, 12:00 PM' }))).toBeTruthy()
  })

  it('says when the next one begins, in the organisation’s zone', () => {
    show(overview())
    const when = t('time.zoned', { time: 'Dec 1, 2026, 12:00 AM', zone: 'Santiago' })
    expect(screen.getByText((text) => text.replaceAll('\u202f', ' ') === when)).toBeTruthy()
    expect(screen.getByText(t('usage.reset.days', { days: 10 }))).toBeTruthy()
  })
})

function notice(used: number, quota: number | null, locale: 'en' | 'es' = 'en') {
  const resetsAt = '2026-12-01T03:00:00.000Z'
  renderDesk(<QuotaNotice used={used} quota={quota} resetsAt={resetsAt} />, { locale, timeZone })
  return screen.queryByRole('status')?.textContent
}

test('below 80 percent, or without a quota, nothing is said', () => {
  expect(notice(799, 1000)).toBeUndefined()
  expect(notice(5000, null)).toBeUndefined()
})

test('near the quota it says what is left and until when, in the named time zone', () => {
  const words = notice(837, 1000)
  expect(words).toContain('83% of this month’s pages are used')
  expect(words).toContain('163 of 1,000 pages are left until Dec 1, 2026, 12:00')
  expect(words).toContain('(Santiago time)')
})

test('a used-up quota is told in the reader’s language, with what happens next', () => {
  const words = notice(1120, 1000, 'es')
  expect(words).toContain('Se usaron las 1.000 páginas incluidas')
  expect(words).toContain('los documentos que se suban antes esperan')
})

test('who sends documents is warned on the desk by the server’s figure', async () => {
  const resetsAt = '2026-12-01T03:00:00.000Z'
  const remaining = { timeZone, quota: 100, used: 90, left: 10, pending: 0, level: 'near', resetsAt }
  stubServer({ 'GET /api/usage/remaining': remaining })
  renderDesk(<QuotaBanner className="mb-5" />)
  expect((await screen.findByRole('status')).textContent).toContain('90%')
})

const lines = { lines: [], nextCursor: null }
const answers = {
  'GET /api/usage': overview(),
  'GET /api/usage/lines': lines,
  'GET /api/usage/breakdown': { people: [], steps: [] },
}

function openScreen(path = '/usage') {
  stubServer(answers)
  return renderDesk(<UsageScreen initial={overview()} canOpenDocuments canSetQuota />, { path })
}

test('the lines are those of the month in the address, else of the latest', () => {
  const { unmount } = openScreen()
  expect(screen.getByText(t('usage.month.title', { month: 'November 2026' }))).toBeTruthy()
  unmount()
  openScreen('/usage?month=2026-09')
  expect(screen.getByText(t('usage.month.title', { month: 'September 2026' }))).toBeTruthy()
})

test('choosing a month puts it into the address without a jump', async () => {
  const { user, router } = openScreen()
  await user.click(screen.getByRole('radio', { name: t('usage.months.table') }))
  await user.click(screen.getByRole('button', { name: t('usage.months.open', { month: 'October 2026' }) }))
  expect(router.replace).toHaveBeenCalledExactlyOnceWith('/usage?month=2026-10', { scroll: false })
})

test('the months are saved as a file of twelve', async () => {
  const { user } = openScreen()
  await user.click(screen.getByRole('button', { name: t('usage.save_months') }))
  const hrefs = screen.getAllByRole('menuitem').map((item) => item.getAttribute('href'))
  expect(hrefs).toEqual(['xlsx', 'csv'].map((format) => `/api/usage/export?months=12&format=${format}`))
})

test('figures that could not be refreshed stay and say so, in the reader’s language', async () => {
  stubServer({ ...answers, 'GET /api/usage': undefined })
  const { client } = renderDesk(<UsageScreen initial={overview()} canOpenDocuments canSetQuota />, {
    locale: 'es',
  })
  await client.invalidateQueries({ queryKey: ['usage', 'overview'] })
  expect(await screen.findByText(inSpanish('usage.stale'))).toBeTruthy()
  await waitFor(() => expect(within(document.body).getAllByText('1.234').length).toBeGreaterThan(0))
})
