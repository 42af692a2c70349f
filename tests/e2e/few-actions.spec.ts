import { request } from '@playwright/test'
import { type Period, periodDays } from '@/components/documents/filters/periods'
import { freshSample, invoice } from './support/sample-files'
import { sendDocument } from './support/send-document'
import { expect, test } from './support/test'
import { deskUrl, stateFile } from './support/test-desk'

// What an office does every day takes few actions: each `await act(…)` is one press or one thing typed.

test.use({ role: 'uploader' })
test.describe.configure({ timeout: 300_000 })

/** As if the invoice had been issued on this day. */
async function issueOn({ id, day, was }: { id: string; day: string; was: string }): Promise<void> {
  const api = await request.newContext({ baseURL: deskUrl, storageState: stateFile('uploader') })
  const change = { path: 'date', value: day, was }
  const saved = await api.put(`/api/documents/${id}/values`, { data: change })
  expect(saved.status(), await saved.text()).toBe(200)
  await api.dispose()
}

test('last week’s invoice of a supplier is open, and last month exported, after three actions', async ({
  page,
  t,
  language,
}) => {
  const name = `few-${language}.pdf`
  const id = await sendDocument(freshSample({ sample: 'invoice.pdf', as: name }))
  const firstDay = (period: Period) =>
    periodDays({ period, now: new Date(), timeZone: 'America/Santiago' }).from
  await issueOn({ id, day: firstDay('last_week'), was: invoice.date.value })
  let actions = 0
  const act = async (press: Promise<unknown>) => {
    actions += 1
    await press
  }

  await page.goto('/documents')
  await act(page.getByLabel(t('table.filter.supplier')).fill(invoice.supplier))
  await act(page.getByRole('button', { name: t('table.filter.last_week') }).click())
  await act(page.getByRole('link', { name }).click())
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
  expect(actions).toBeLessThanOrEqual(3)

  await issueOn({ id, day: firstDay('last_month'), was: firstDay('last_week') })
  await page.goto('/documents')
  actions = 0
  await act(page.getByRole('button', { name: t('table.filter.last_month') }).click())
  await act(page.getByRole('button', { name: t('table.export') }).click())
  const downloaded = page.waitForEvent('download')
  await act(
    page
      .getByRole('menuitem', { name: t('export.format.xlsx') })
      .first()
      .click(),
  )
  expect((await downloaded).suggestedFilename()).toMatch(/\.xlsx$/)
  expect(actions).toBeLessThanOrEqual(3)
})
