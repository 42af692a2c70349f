import { readFile } from 'node:fs/promises'
import { writePdfWithLink } from '../fixtures/plain-pdfs'
import { expectAccessible } from './support/accessible'
import { freshSample, invoice } from './support/sample-files'
import { sendDocument } from './support/send-document'
import { sameInEveryLanguage } from './support/tags'
import { expect, test } from './support/test'

test.use({ role: 'uploader' })
test.describe.configure({ timeout: 300_000 })

/** Another in each language: what two documents agree on is learnt, and shown on the next. */
const correctedIn = (language: string) => `FPW-2026-0417/${language}`

test('a value is put right and the document marked as checked with the keyboard alone', async ({
  page,
  t,
  language,
}) => {
  const name = `checked-${language}.pdf`
  const corrected = correctedIn(language)
  const id = await sendDocument(freshSample({ sample: 'invoice.pdf', as: name }))
  await page.goto(`/documents/${id}`)
  const value = page.getByRole('button', { name: new RegExp(invoice.number) }).first()
  await expect(value).toBeVisible()

  await value.focus()
  await page.keyboard.press('e')
  const field = page.getByRole('textbox', { name: / / }).first()
  await expect(field).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(corrected)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: new RegExp(corrected) })).toContainText(
    t('review.value.corrected'),
  )
  await expect(page.locator('[data-edit]:focus')).toHaveCount(1)

  await page.keyboard.press('ControlOrMeta+Enter')
  await page.goto(`/documents/${id}`)
  await expect(page.getByRole('button', { name: t('review.check.undo') })).toBeVisible()
  await expect(page.getByRole('button', { name: new RegExp(corrected) })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: t('review.action.download_of', { name }) }).click()
  const downloaded = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: t('review.download.json') }).click()
  const file = JSON.parse(await readFile(await (await downloaded).path(), 'utf8'))
  expect(JSON.stringify(file.data)).toContain(corrected)
  expect(Object.values(file.corrections)).toMatchObject([{ value: corrected, read: invoice.number }])
})

test('what cannot be understood is said beside the field, and Escape leaves the value as it was', async ({
  page,
  t,
  language,
}) => {
  const id = await sendDocument(freshSample({ sample: 'invoice.pdf', as: `wrong-${language}.pdf` }))
  await page.goto(`/documents/${id}`)
  const total = page.getByRole('button', { name: /^Total: / }).first()
  const before = await total.innerText()
  await total.focus()
  await page.keyboard.press('e')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('a lot')
  await page.keyboard.press('Enter')
  await expect(page.getByText(t('review.edit.not_understood_number'))).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(total).toHaveText(before)
})

test('a row the reading missed is added and filled in, an invented one taken out and put back', async ({
  page,
  t,
  language,
}) => {
  const id = await sendDocument(freshSample({ sample: 'invoice.pdf', as: `rows-${language}.pdf` }))
  await page.goto(`/documents/${id}`)
  const table = page.getByRole('grid')
  const rows = table.locator('tbody').getByRole('row')
  const printed = invoice.items.length
  await expect(rows).toHaveCount(printed)

  await page.getByRole('button', { name: new RegExp(`^${t('review.row.add')}`) }).click()
  await expect(rows).toHaveCount(printed + 1)
  await expect(rows.last().locator('td').first()).toBeFocused()
  await page.keyboard.type('Delivery')
  await page.keyboard.press('Enter')
  await expect(rows.last()).toContainText('Delivery')
  await expectAccessible(page)

  await rows.first().locator('td').first().click()
  await page
    .getByRole('button', { name: new RegExp(`^${t('review.row.remove', { number: 1, label: '' }).trim()}`) })
    .click()
  await expect(rows).toHaveCount(printed)
  await expect(rows.first().locator('td').first()).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(rows).toHaveCount(printed + 1)
  await expect(rows.last()).toContainText('Delivery')
})

test('a link in a document opens elsewhere, in a page that learns nothing of the desk', {
  tag: sameInEveryLanguage,
}, async ({ page }) => {
  const buffer = writePdfWithLink('https://supplier.example/order')
  const id = await sendDocument({ name: 'with-link.pdf', mimeType: 'application/pdf', buffer })
  await page.goto(`/documents/${id}`)
  const link = page.locator('a[href="https://supplier.example/order"]')
  await expect(link).toHaveAttribute('target', '_blank')
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer')
})
