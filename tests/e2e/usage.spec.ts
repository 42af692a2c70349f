import { readFile } from 'node:fs/promises'
import { expectAccessible } from './support/accessible'
import { freshSample } from './support/sample-files'
import { sendDocument } from './support/send-document'
import { expect, test } from './support/test'

test.use({ role: 'finance' })
test.describe.configure({ timeout: 300_000 })

test('finance sees the page a document cost, opens its line, and takes the lines away', async ({
  page,
  t,
  language,
}) => {
  const pagesUsed = async () => (await (await page.request.get('/api/usage')).json()).current.pages
  const before = await pagesUsed()
  const name = `billed-${language}.pdf`
  await sendDocument(freshSample({ sample: 'invoice.pdf', as: name }))
  expect(await pagesUsed()).toBe(before + 1)

  await page.goto('/usage')
  const used = page.getByRole('definition').first()
  await expect(used).toContainText(String(before + 1))
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText(t('usage.why.succeeded'))
  await expectAccessible(page)

  await page.getByRole('button', { name: t('usage.save_lines') }).click()
  const downloaded = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: t('export.format.csv') }).click()
  const lines = await readFile(await (await downloaded).path(), 'utf8')
  expect(lines).toContain(name)
})

test('the chart of twelve months is also a table', async ({ page, t }) => {
  await page.goto('/usage')
  await page.getByRole('radio', { name: t('usage.months.table') }).click()
  await expect(page.getByRole('region', { name: t('usage.months.title') }).getByRole('row')).toHaveCount(13)
  await expectAccessible(page)
})

test('finance cannot open the document behind a line', async ({ page }) => {
  const id = await sendDocument(freshSample({ sample: 'invoice.pdf', as: 'private.pdf' }))
  await page.goto(`/documents/${id}`)
  await expect(page).toHaveURL(/\/usage$/)
  expect((await page.request.get(`/api/documents/${id}/original`)).status()).toBe(403)
})
