import { cardOf, dropFiles, openUploads } from './support/desk-page'
import { freshSample, invoice, lockedFile } from './support/sample-files'
import { expect, test } from './support/test'

test.use({ role: 'admin', viewport: { width: 1280, height: 960 }, deviceScaleFactor: 1.25 })
test.describe.configure({ timeout: 600_000 })

/** For pictures on a busy machine. */
const readingTimeoutMs = 240_000
const samples = [
  { sample: 'invoice.pdf', as: 'fernhollow-invoice.pdf' },
  { sample: 'factura.pdf', as: 'factura-valdehaya.pdf' },
  { sample: 'receipt.jpg', as: 'tidewater-receipt.jpg' },
] as const

/** `README_PICTURE=docs/desk.png npm test browser` draws the README's picture anew. */
test('the desk with documents being read makes a picture', async ({ page, t, language }, testInfo) => {
  await page.goto('/')
  const files = [...samples.map(freshSample), await lockedFile({ as: 'with-password.pdf' })]
  await dropFiles({ page, files })
  const untilDone = (name: string) =>
    expect(cardOf({ page, name }).first()).toContainText(t('state.done'), { timeout: readingTimeoutMs })
  // The word for done also names the last stage of what is still being read.
  const read = cardOf({ page, name: 'fernhollow-invoice.pdf' }).first()
  await expect(read).toContainText(invoice.supplier, { timeout: readingTimeoutMs })
  await openUploads({ page, t })
  await expect(page.getByText(t('error.upload.password_protected'))).toBeVisible()
  await expect(page.getByText(t('upload.overlay.title'))).toBeHidden()
  const picture = language === 'en' ? process.env.README_PICTURE : undefined
  await page.screenshot({ path: picture ?? testInfo.outputPath('desk.png') })
  // The next test counts pages.
  for (const { as } of samples) await untilDone(as)
})
