import { expectAccessible } from './support/accessible'
import { freshSample, invoice } from './support/sample-files'
import { sendDocument } from './support/send-document'
import { expect, test } from './support/test'

test.use({ role: 'uploader' })
test.describe.configure({ timeout: 300_000 })

test('what was changed and saved is told in words, and leads back to its field', async ({
  page,
  t,
  language,
}) => {
  const name = `history-${language}.pdf`
  // What two documents agree on is learnt, and shown on the next.
  const corrected = `FPW-1/${language}`
  const id = await sendDocument(freshSample({ sample: 'invoice.pdf', as: name }))
  await page.goto(`/documents/${id}`)
  const value = page.getByRole('button', { name: new RegExp(invoice.number) }).first()
  await value.focus()
  await page.keyboard.press('e')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(corrected)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: new RegExp(corrected) })).toBeVisible()
  await page.getByRole('button', { name: t('review.action.download_of', { name }) }).click()
  const downloaded = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: t('review.download.json') }).click()
  await (await downloaded).path()

  await page.getByRole('tab', { name: t('review.tab.history') }).click()
  const changes = page.getByRole('region', { name: t('review.history.changes') })
  await expect(changes.getByRole('listitem')).toHaveCount(2)
  await expect(changes.getByRole('listitem').first()).toContainText('(JSON)')
  const change = changes.getByRole('listitem').nth(1)
  await expect(change).toContainText(invoice.number)
  await expect(change).toContainText(corrected)
  await expectAccessible(page)
  await change.getByRole('button').click()
  await expect(page.locator('[data-value]:focus')).toContainText(corrected)
})
