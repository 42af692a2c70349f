import { onePagePdf, printed, stream } from '../fixtures/write-pdf'
import { expectAccessible } from './support/accessible'
import type { SampleFile } from './support/sample-files'
import { sendDocument } from './support/send-document'
import { expect, test } from './support/test'

test.use({ role: 'uploader' })
test.describe.configure({ timeout: 300_000 })

/** One invoice, scanned anew under another name: the bytes differ, and what is printed does where the test says so. */
function scan({ as, supplier, iban }: { as: string; supplier: string; iban: string }): SampleFile {
  const lines = [
    supplier,
    'INVOICE',
    '',
    'Invoice number: X-2201',
    'Invoice date: 12 March 2026',
    '',
    'Subtotal: 100.00',
    'Tax: 19.00',
    'Total: 119.00',
    'Currency: EUR',
    `IBAN: ${iban}`,
    '',
    as,
  ]
  return {
    name: as,
    mimeType: 'application/pdf',
    buffer: onePagePdf({ content: stream({ content: printed(lines) }) }),
  }
}

test('an invoice that comes again with another account is told beside the earlier one, and answered', async ({
  page,
  t,
  language,
}) => {
  const supplier = `Harbour Stationers ${language === 'es' ? 'Dos' : 'One'} Ltd`
  await sendDocument(scan({ as: `first-${language}.pdf`, supplier, iban: 'DE89 3704 0044 0532 0130 00' }))
  const again = scan({ as: `again-${language}.pdf`, supplier, iban: 'ES91 2100 0418 4502 0005 1332' })
  const id = await sendDocument(again)
  await page.goto(`/documents/${id}`)
  const same = page.locator('[data-path="invoice_number"]').getByRole('listitem')
  await expect(same.getByRole('table')).toContainText('X-2201')
  const account = page.locator('[data-path="iban"]').getByRole('listitem')
  await expect(account).toContainText('ES91 •••• 1332')
  await expect(account).toContainText('DE89 •••• 3000')
  await expectAccessible(page)
  await same.getByRole('button', { name: t('review.finding.not_again') }).click()
  await expect(same.getByRole('table')).toHaveCount(0)
  await account.getByRole('button', { name: t('review.finding.account_right') }).click()
  await expect(account.getByRole('table')).toHaveCount(0)

  await page.getByRole('tab', { name: t('review.tab.history') }).click()
  const changes = page.getByRole('region', { name: t('review.history.changes') })
  await expect(changes.getByRole('listitem')).toHaveCount(2)
  await expect(changes).toContainText('ES91 •••• 1332')
})
