import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expectAccessible } from './support/accessible'
import { freshSample } from './support/sample-files'
import { sendDocument } from './support/send-document'
import { expect, test } from './support/test'

test.use({ role: 'uploader' })
test.describe.configure({ timeout: 300_000 })

/** The names of the files, from the top. */
const namesIn = (page: Page, mark: string) =>
  page
    .getByRole('row')
    .filter({ hasText: mark })
    .locator('[title*=list]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('title')))

test('invoices are put in order by their total, in columns of one’s own, opened one after the other and exported', async ({
  page,
  t,
  language,
}) => {
  const mark = `list${language}`
  await sendDocument(freshSample({ sample: 'invoice.pdf', as: `${mark}-a.pdf` }))
  await sendDocument(freshSample({ sample: 'factura.pdf', as: `${mark}-b.pdf` }))
  await page.goto(`/documents?q=${mark}`)
  await expect(page.getByRole('row').filter({ hasText: mark })).toHaveCount(2)
  await expectAccessible(page)

  const total = page.getByRole('columnheader', { name: t('table.column.total') })
  await total.getByRole('button').click()
  await expect(total).toHaveAttribute('aria-sort', 'descending')
  await expect(page).toHaveURL(/sort=total/)
  await expect.poll(() => namesIn(page, mark)).toHaveLength(2)
  const falling = await namesIn(page, mark)
  await total.getByRole('button').press('Enter')
  await expect(total).toHaveAttribute('aria-sort', 'ascending')
  await expect.poll(() => namesIn(page, mark)).toEqual(falling.toReversed())

  await page.getByRole('button', { name: t('table.columns') }).click()
  const due = page.getByRole('columnheader', { name: t('table.column.due') })
  await page.getByRole('checkbox', { name: t('table.column.due') }).click()
  await page.keyboard.press('Escape')
  await expect(due).toHaveCount(0)
  await page.reload()
  await expect(total).toHaveAttribute('aria-sort', 'ascending')
  await expect(due).toHaveCount(0)

  const [smallest, largest] = (await namesIn(page, mark)).map(String) as [string, string]
  await page.getByRole('link', { name: smallest }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(smallest)
  await page.keyboard.press(']')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(largest)
  await page.goBack()
  await page.goBack()

  await page.getByRole('checkbox', { name: t('table.select', { name: smallest }) }).click()
  await page
    .getByRole('checkbox', { name: t('table.select', { name: largest }) })
    .click({ modifiers: ['Shift'] })
  const bar = page.getByRole('region', { name: t('table.bulk.label') })
  await expect(bar).toContainText(t('table.bulk.count', { count: 2 }))
  await expectAccessible(page)
  await bar.getByRole('button', { name: t('table.export') }).click()
  const downloaded = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: t('export.csv.documents') }).click()
  const file = await downloaded
  expect(file.suggestedFilename()).toMatch(
    new RegExp(`^${t('export.file.documents')}-\\d{4}-\\d{2}-\\d{2}\\.csv$`),
  )
  const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n')
  expect(lines).toHaveLength(3)
  expect(lines[0]).toContain(t('export.name'))
})

test('on a phone documents are cards, put in order by a list, and nothing runs off the side', async ({
  page,
  t,
  language,
}) => {
  const mark = `phonelist${language}`
  await sendDocument(
    freshSample({ sample: 'invoice.pdf', as: `${mark}-with-a-name-too-long-for-a-phone.pdf` }),
  )
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`/documents?q=${mark}`)
  await expect(page.getByRole('row').filter({ hasText: mark })).toHaveCount(1)
  await expectAccessible(page)
  await page.getByRole('combobox', { name: t('table.sort') }).click()
  await page.getByRole('option', { name: `${t('table.column.total')} ↑` }).click()
  await expect(page).toHaveURL(/sort=total&order=asc/)
  await page.getByRole('button', { name: t('table.filter.last_month') }).click()
  await expect(page).toHaveURL(/issuedFrom=/)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})
