import { readFile } from 'node:fs/promises'
import { expectAccessible } from './support/accessible'
import { cardOf, chooseFiles } from './support/desk-page'
import { freshSample, lockedFile } from './support/sample-files'
import { expect, test } from './support/test'

test.use({ role: 'uploader' })
test.describe.configure({ timeout: 300_000 })

test('a batch has a receipt of all its files, which can be saved and stays when its documents are deleted', async ({
  page,
  t,
  language,
}) => {
  const name = `receipt-${language}.pdf`
  const locked = `locked-${language}.pdf`
  await page.goto('/')
  await expect(page.getByText(t('line.live')).first()).toBeVisible()
  await chooseFiles({
    page,
    files: [freshSample({ sample: 'invoice.pdf', as: name }), await lockedFile({ as: locked })],
  })
  await expect(cardOf({ page, name })).toContainText(t('state.done'), { timeout: 90_000 })
  await page.getByRole('link', { name: t('batch.receipt'), exact: true }).click()

  const row = (text: string) => page.getByRole('row').filter({ hasText: text })
  await expect(row(name)).toContainText(t('batch.outcome.received'))
  await expect(row(locked)).toContainText(t('error.upload.password_protected'))
  await expectAccessible(page)
  await page.getByRole('button', { name: t('table.export') }).click()
  const downloaded = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: t('export.format.csv') }).click()
  const csv = await readFile(await (await downloaded).path(), 'utf8')
  expect(csv).toContain(name)
  expect(csv).toContain(locked)

  const href = await row(name).getByRole('link').getAttribute('href')
  const deleted = await page.request.delete(`/api${href}`)
  expect(deleted.status()).toBe(200)
  await page.goto('/batches')
  await expect(page.getByRole('row').nth(1)).toContainText(t('uploads.count.refused', { count: 1 }))
  await expectAccessible(page)
  await page.getByRole('row').nth(1).getByRole('link').click()
  await expect(row(name)).toContainText(t('batch.outcome.received'))
  await expect(row(name).getByRole('link')).toHaveCount(0)
})
