import { expectAccessible } from './support/accessible'
import { freshSample } from './support/sample-files'
import { sendDocument } from './support/send-document'
import { expect, test } from './support/test'
import { stateFile } from './support/test-desk'

test.use({ role: 'reviewer' })
test.describe.configure({ timeout: 300_000 })

test('a list is kept by a name, shared, opened by its link on another machine, changed and deleted', async ({
  page,
  browser,
  t,
  language,
}) => {
  const mark = `views${language}`
  await sendDocument(freshSample({ sample: 'invoice.pdf', as: `${mark}-a.pdf` }))
  await page.goto(`/documents?q=${mark}`)
  await expect(page.getByRole('row').filter({ hasText: mark })).toHaveCount(1)
  await page.getByRole('button', { name: t('view.all') }).click()
  await page.getByRole('menuitem', { name: t('view.create') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: t('view.name') }).fill(mark)
  await dialog.getByRole('switch', { name: t('view.share') }).click()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: t('common.save') }).click()
  await expect(page).toHaveURL(/\/documents\?view=view_[^&]+$/)

  await page
    .getByRole('columnheader', { name: t('table.column.total') })
    .getByRole('button')
    .click()
  await page.getByRole('button', { name: t('view.save') }).click()
  await expect(page).toHaveURL(/\/documents\?view=view_[^&]+$/)
  await page.getByRole('button', { name: mark, exact: true }).click()
  await expect(page.getByRole('menuitem', { name: mark })).toBeVisible()
  await page.keyboard.press('Escape')

  const other = await browser.newContext({ storageState: stateFile('uploader') })
  const elsewhere = await other.newPage()
  await elsewhere.goto(page.url())
  const total = elsewhere.getByRole('columnheader', { name: t('table.column.total') })
  await expect(total).toHaveAttribute('aria-sort', 'descending')
  await expect(elsewhere.getByRole('searchbox')).toHaveValue(mark)
  await elsewhere.getByRole('button', { name: mark, exact: true }).click()
  await expect(elsewhere.getByRole('menuitem', { name: t('view.create') })).toBeVisible()
  await expect(elsewhere.getByRole('menuitem', { name: t('view.delete') })).toHaveCount(0)
  await other.close()

  await page.getByRole('button', { name: mark, exact: true }).click()
  await page.getByRole('menuitem', { name: t('view.delete') }).click()
  await page.getByRole('button', { name: t('view.delete.yes') }).click()
  await expect(page).toHaveURL(/\/documents$/)
})

test('columns are the same in another browser of the same person', async ({ page, browser, t }) => {
  await page.goto('/documents')
  const kept = page.waitForResponse('**/api/documents/columns')
  await page.getByRole('button', { name: t('table.columns') }).click()
  await page.getByRole('checkbox', { name: t('table.column.pages') }).click()
  expect((await kept).ok()).toBe(true)
  const other = await browser.newContext({ storageState: stateFile('reviewer') })
  const elsewhere = await other.newPage()
  await elsewhere.goto('/documents')
  await elsewhere.getByRole('button', { name: t('table.columns') }).click()
  await expect(elsewhere.getByRole('checkbox', { name: t('table.column.pages') })).toBeChecked()
  await elsewhere.getByRole('button', { name: t('table.columns.usual') }).click()
  await other.close()
})

test('what comes into a filtered list is announced, and shown when asked for', async ({
  page,
  t,
  language,
}) => {
  const mark = `news${language}`
  await sendDocument(freshSample({ sample: 'invoice.pdf', as: `${mark}-a.pdf` }))
  await page.goto(`/documents?q=${mark}`)
  await expect(page.getByRole('row').filter({ hasText: mark })).toHaveCount(1)
  await expect(page.getByText(t('line.live')).first()).toBeVisible()
  await sendDocument(freshSample({ sample: 'factura.pdf', as: `${mark}-b.pdf` }))
  const arrived = page.getByRole('button', { name: t('table.arrived', { number: '1' }) })
  await arrived.click()
  await expect(page.getByRole('row').filter({ hasText: mark })).toHaveCount(2)
  await expect(arrived).toHaveCount(0)
})
