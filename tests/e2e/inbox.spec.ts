import { readFile } from 'node:fs/promises'
import { expectAccessible } from './support/accessible'
import { cardOf, chooseFiles, holdUploads, openUploads } from './support/desk-page'
import { freshSample, lockedFile } from './support/sample-files'
import { sendDocument } from './support/send-document'
import { expect, test } from './support/test'

test.use({ role: 'uploader', viewport: { width: 1440, height: 900 } })
test.describe.configure({ timeout: 300_000 })

test('with a batch under way the first card stands at most 300 pixels from the top', async ({
  page,
  t,
  language,
}) => {
  await sendDocument(freshSample({ sample: 'invoice.pdf', as: `high-${language}.pdf` }))
  await page.goto('/')
  const card = cardOf({ page, name: `high-${language}.pdf` })
  await expect(card).toBeVisible()
  const go = await holdUploads(page)
  const names = [1, 2, 3, 4, 5].map((number) => `batch-${number}-${language}.pdf`)
  const files = names.map((as) => freshSample({ sample: 'invoice.pdf', as }))
  await chooseFiles({ page, files: [...files, await lockedFile({ as: 'locked.pdf' })] })
  const uploads = page.getByRole('region', { name: t('uploads.title') })
  await expect(uploads).toContainText(t('uploads.sending', { done: 0, files: 6 }))
  await expect(uploads).toContainText(t('uploads.count.refused', { count: 1 }))
  const top = await card.evaluate((element) => element.getBoundingClientRect().top)
  expect(top).toBeLessThanOrEqual(300)
  await expectAccessible(page)

  await openUploads({ page, t })
  await expect(uploads.getByText(t('error.upload.password_protected'))).toBeVisible()
  await expectAccessible(page)
  const downloaded = page.waitForEvent('download')
  await uploads.getByRole('button', { name: t('uploads.list') }).click()
  const list = await readFile(await (await downloaded).path(), 'utf8')
  expect(list).toContain('locked.pdf')

  go()
  for (const name of names) await expect(cardOf({ page, name })).toBeVisible()
  await expect(uploads).toContainText(t('uploads.finished', { count: 5 }))
})

test('elsewhere the uploads have a place of their own beside the page, and leave it when all is there', async ({
  page,
  t,
  language,
}) => {
  await page.goto('/')
  const go = await holdUploads(page)
  await chooseFiles({ page, files: [freshSample({ sample: 'invoice.pdf', as: `dock-${language}.pdf` })] })
  await page
    .getByRole('link', { name: t('nav.documents'), exact: true })
    .first()
    .click()
  await expect(page).toHaveURL(/\/documents$/)
  const dock = page.getByRole('region', { name: t('uploads.title') }).first()
  await expect(dock).toBeVisible()
  const box = await dock.boundingBox()
  const content = await page.locator('#content').boundingBox()
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(content?.x ?? 0)
  await expectAccessible(page)
  go()
  await expect(dock).toBeHidden()
})

test('the four counters narrow the cards, and count what the list counts', async ({ page, t, language }) => {
  const name = `counted-${language}.pdf`
  await sendDocument(freshSample({ sample: 'invoice.pdf', as: name }))
  await page.goto('/')
  await expect(cardOf({ page, name })).toBeVisible()
  const { documents } = await (await page.request.get('/api/documents/sums?state=done')).json()
  const done = page.getByRole('button', { name: new RegExp(`^${t('cards.filter.done')} ${documents}$`) })
  await done.click()
  await expect(cardOf({ page, name })).toBeVisible()
  await page.getByRole('button', { name: new RegExp(`^${t('cards.filter.failed')}`) }).click()
  await expect(cardOf({ page, name })).toBeHidden()
})
