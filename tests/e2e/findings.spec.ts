import { expectAccessible } from './support/accessible'
import { freshSample } from './support/sample-files'
import { sendDocument } from './support/send-document'
import { expect, test } from './support/test'

test.use({ role: 'uploader' })
test.describe.configure({ timeout: 300_000 })

test('a total that does not add up is told at its field, and each number leads to its own', async ({
  page,
  t,
  language,
}) => {
  const id = await sendDocument(freshSample({ sample: 'invoice.pdf', as: `sums-${language}.pdf` }))
  await page.goto(`/documents/${id}`)
  const total = page.locator('button[data-value="total"]')
  await total.focus()
  await page.keyboard.press('e')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('7')
  await page.keyboard.press('Enter')
  const finding = page.locator('[data-path="total"]').getByRole('listitem')
  await expect(finding).toContainText('≠ 7')
  await expectAccessible(page)
  await finding.getByRole('button').first().click()
  await expect(page.locator('[data-value="subtotal"]')).toBeFocused()
  await finding.getByRole('button', { name: t('review.queue.printed') }).click()
  await expect(finding.getByRole('button', { name: t('review.queue.printed') })).toHaveCount(0)
})
