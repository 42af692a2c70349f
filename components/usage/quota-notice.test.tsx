// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { Locale } from '@/lib/i18n/catalogues'
import { I18nProvider } from '../shell/i18n'
import { QuotaNotice } from './quota-notice'

afterEach(cleanup)

function show({ used, quota, locale = 'en' }: { used: number; quota: number | null; locale?: Locale }) {
  const timeZone = 'America/Santiago'
  render(
    <I18nProvider locale={locale} timeZone={timeZone}>
      <QuotaNotice used={used} quota={quota} resetsAt="2026-12-01T03:00:00.000Z" timeZone={timeZone} />
    </I18nProvider>,
  )
}

test('below 80 percent, or without a quota, nothing is said', () => {
  show({ used: 799, quota: 1000 })
  show({ used: 5000, quota: null })
  expect(screen.queryByRole('status')).toBeNull()
})

test('near the quota it says what is left and until when, in the named time zone', () => {
  show({ used: 837, quota: 1000 })
  const notice = screen.getByRole('status')
  expect(notice.textContent).toContain('83% of this month’s pages are used')
  expect(notice.textContent).toContain('163 of 1,000 pages are left until Dec 1, 2026, 12:00')
  expect(notice.textContent).toContain('America/Santiago')
})

test('a used-up quota is told in the reader’s language, with what happens next', () => {
  show({ used: 1120, quota: 1000, locale: 'es' })
  const notice = screen.getByRole('status')
  expect(notice.textContent).toContain('Se usaron las 1.000 páginas incluidas')
  expect(notice.textContent).toContain('esperan hasta entonces')
})
