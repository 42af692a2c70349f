import { readFile } from 'node:fs/promises'
import { expectAccessible } from './support/accessible'
import { cardOf, chooseFiles, dropFiles, openUploads } from './support/desk-page'
import { freshSample, invoice, lockedFile } from './support/sample-files'
import { sendDocument } from './support/send-document'
import { expect, test } from './support/test'

test.use({ role: 'uploader' })
test.describe.configure({ timeout: 300_000 })

const readingTimeoutMs = 90_000

test('a dropped invoice is read before the eyes, checked beside its page and taken away as JSON', async ({
  page,
  t,
  language,
}) => {
  const name = `dropped-${language}.pdf`
  await page.goto('/')
  await dropFiles({ page, files: [freshSample({ sample: 'invoice.pdf', as: name })] })
  const card = cardOf({ page, name })
  await expect(card).toContainText(t('state.done'), { timeout: readingTimeoutMs })
  await expectAccessible(page)

  await card.getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
  await expect(page.getByText(invoice.number).first()).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: t('review.action.download_of', { name }) }).click()
  const downloaded = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: t('review.download.json') }).click()
  const file = await (await downloaded).path()
  expect(await readFile(file, 'utf8')).toContain(invoice.number)
})

test('a file with a password is refused beside its name, and the one beside it is read', async ({
  page,
  t,
  language,
}) => {
  const good = `beside-${language}.pdf`
  await page.goto('/')
  await chooseFiles({
    page,
    files: [await lockedFile({ as: 'locked.pdf' }), freshSample({ sample: 'invoice.pdf', as: good })],
  })
  await openUploads({ page, t })
  await expect(page.getByText(t('error.upload.password_protected'))).toBeVisible()
  await expectAccessible(page)
  await expect(cardOf({ page, name: good })).toContainText(t('state.done'), { timeout: readingTimeoutMs })
  await expect(cardOf({ page, name: 'locked.pdf' })).toHaveCount(0)
})

test.describe('a duplicate', () => {
  test.use({ expectedProblems: [/status of 422/] })

  test('is shown before a page is spent, and can be sent all the same', async ({ page, t, language }) => {
    const name = `twice-${language}.pdf`
    const file = freshSample({ sample: 'invoice.pdf', as: name })
    await sendDocument(file)
    await page.goto('/')
    await expect(cardOf({ page, name })).toHaveCount(1)
    await chooseFiles({ page, files: [file] })
    await openUploads({ page, t })
    await expect(page.getByText(t('row.duplicate.shown'))).toBeVisible()
    await expect(cardOf({ page, name })).toHaveCount(1)

    await page.getByRole('button', { name: t('row.duplicate.send_name', { name }) }).click()
    await expect(cardOf({ page, name })).toHaveCount(2)
    await expect(cardOf({ page, name }).first()).toContainText(t('state.done'), { timeout: readingTimeoutMs })
  })
})

test('a document sent elsewhere appears in an open desk by itself, and is found in the list', async ({
  page,
  t,
  language,
}) => {
  const name = `elsewhere-${language}.pdf`
  await page.goto('/')
  await expect(page.getByText(t('line.live')).first()).toBeVisible()
  await sendDocument(freshSample({ sample: 'invoice.pdf', as: name }))
  await expect(cardOf({ page, name })).toContainText(t('state.done'))

  await page.goto(`/documents?q=${name}`)
  await expect(page.getByRole('row').filter({ hasText: name })).toHaveCount(1)
  await expectAccessible(page)
})

test.describe('without a line', () => {
  test.use({ expectedProblems: [/ERR_INTERNET_DISCONNECTED/] })

  test('files are taken, and go on their way when it is back', async ({ page, context, t, language }) => {
    const name = `offline-${language}.pdf`
    await page.goto('/')
    await expect(page.getByText(t('line.live')).first()).toBeVisible()
    await context.setOffline(true)
    await chooseFiles({ page, files: [freshSample({ sample: 'invoice.pdf', as: name })] })
    await expect(page.getByText(t('uploads.interrupted')).first()).toBeVisible()
    await context.setOffline(false)
    await expect(cardOf({ page, name })).toContainText(t('state.done'), { timeout: 120_000 })
  })
})
