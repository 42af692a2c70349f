// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { ConnectionTest as Found } from '@/lib/settings/schema'
import { inSpanish, renderDesk, t } from '@/tests/support/render'
import { later, refusal, stubServer } from '@/tests/support/stub-server'
import { ConnectionTest } from './connection-test'

const at = '2026-11-21T15:00:00.000Z'
const shownAt = 'Nov 21, 2026, 12:00 PM'
const step = { id: 'cstep', name: 'Invoices', outcome: 'good', acceptedAt: at, problem: null } as const
const found: Found = {
  at,
  address: { outcome: 'good', host: 'app.docutray.com', tookMs: 120, problem: null },
  key: { outcome: 'good', problem: null },
  steps: [step],
  stepsAsked: true,
  webhook: { outcome: 'good', hasSecret: true, lastHeardAt: at },
  clock: { outcome: 'good', aheadMs: 400 },
  faults: { since: '2026-11-14T15:00:00.000Z', kinds: [] },
}

async function showResult(result: Found, locale: 'en' | 'es' = 'en') {
  stubServer({ 'POST /api/settings/connection/test': result })
  const { user } = renderDesk(<ConnectionTest />, { locale })
  await user.click(screen.getByRole('button'))
  await screen.findAllByRole('row')
}

const rowOf = (name: string) => screen.getByRole('rowheader', { name }).closest('tr')?.textContent ?? ''

test('a test says that it runs, then what each part answered and when', async () => {
  const tested = later()
  stubServer({ 'POST /api/settings/connection/test': () => tested.answer })
  const { user } = renderDesk(<ConnectionTest />)
  expect(screen.getByRole('status').textContent).toBe(t('settings.test.hint'))
  await user.click(screen.getByRole('button', { name: t('settings.test.now') }))
  const button = await screen.findByRole<HTMLButtonElement>('button', { name: t('settings.test.testing') })
  expect(button.disabled).toBe(true)
  tested.resolve(found)
  expect(await screen.findByText(t('settings.test.at', { when: shownAt }))).toBeTruthy()
  expect(rowOf(t('settings.connection.host'))).toContain('app.docutray.com')
  expect(rowOf(t('settings.connection.key'))).toContain(t('settings.test.key_accepted'))
  expect(rowOf(t('settings.test.step', { name: 'Invoices' }))).toContain(t('settings.test.step_known'))
  expect(rowOf(t('settings.test.webhook'))).toContain(t('settings.test.heard', { when: shownAt }))
  expect(rowOf(t('settings.test.clock'))).toContain(t('settings.test.clock_same'))
  expect(screen.getByText(t('settings.test.no_faults'))).toBeTruthy()
})

test('what is wrong says so in words and in those of the service', async () => {
  await showResult({
    ...found,
    address: {
      ...found.address,
      outcome: 'bad',
      tookMs: null,
      problem: { code: 'upstream.unreachable', detail: 'connect ECONNREFUSED' },
    },
    key: { outcome: 'unknown', problem: null },
    steps: [{ ...step, outcome: 'bad', problem: { code: 'step.unknown', detail: null } }],
    clock: { outcome: 'bad', aheadMs: -125_000 },
  })
  const address = rowOf(t('settings.connection.host'))
  expect(address).toContain(t('settings.test.outcome.bad'))
  expect(address).toContain('connect ECONNREFUSED')
  expect(rowOf(t('settings.connection.key'))).toContain(t('settings.test.not_asked'))
  expect(rowOf(t('settings.test.step', { name: 'Invoices' }))).toContain(t('settings.fault.step.unknown'))
  expect(rowOf(t('settings.test.clock'))).toContain(t('settings.test.clock_behind', { difference: '2m 5s' }))
})

test('what could not be told is said to be unknown, in the reader’s language', async () => {
  await showResult(
    {
      ...found,
      steps: [{ ...step, outcome: 'unknown', acceptedAt: null }],
      webhook: { outcome: 'unknown', hasSecret: false, lastHeardAt: null },
      clock: { outcome: 'unknown', aheadMs: null },
    },
    'es',
  )
  const row = rowOf(inSpanish('settings.test.step', { name: 'Invoices' }))
  expect(row).toContain(inSpanish('settings.test.step_unclear'))
  expect(row).toContain(inSpanish('settings.test.step_never'))
  expect(rowOf(inSpanish('settings.test.webhook'))).toContain(inSpanish('settings.connection.secret_missing'))
  expect(rowOf(inSpanish('settings.test.clock'))).toContain(inSpanish('settings.test.clock_unknown'))
})

test('steps that were not asked for are not said to be unclear', async () => {
  const steps = [{ ...step, outcome: 'unknown' as const }]
  await showResult({ ...found, steps, stepsAsked: false })
  expect(rowOf(t('settings.test.step', { name: 'Invoices' }))).toContain(t('settings.test.not_asked'))
})

test('faults are counted by kind, with their last time and words', async () => {
  const kinds = [{ code: 'upstream.rate_limited', count: 4769, lastAt: at, detail: 'Rate limit exceeded' }]
  await showResult({ ...found, faults: { ...found.faults, kinds } })
  expect(screen.getByText(t('settings.fault.upstream.rate_limited'))).toBeTruthy()
  const row = screen.getByText('Rate limit exceeded').closest('tr')
  if (!row) throw new Error('no row of the fault')
  expect(
    within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual(['4,769', shownAt])
})

test('a test that could not be made says why', async () => {
  stubServer({ 'POST /api/settings/connection/test': refusal({ message: 'not allowed' }) })
  const { user } = renderDesk(<ConnectionTest />)
  await user.click(screen.getByRole('button'))
  expect((await screen.findByRole('alert')).textContent).toBe('not allowed')
})
