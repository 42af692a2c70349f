import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { readFixture } from '../fixtures/fixture'
import { expectAccessible } from './support/accessible'
import { cardOf, chooseFiles } from './support/desk-page'
import { invoiceInDoubt } from './support/invoice-in-doubt'
import { freshSample } from './support/sample-files'
import { sendDocument } from './support/send-document'
import { sameInEveryLanguage } from './support/tags'
import { expect, test } from './support/test'

test.use({ role: 'admin', viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })

/** What the camera of the phone gives back. */
async function shoot({ page, buffer }: { page: Page; buffer: Buffer }): Promise<void> {
  await page
    .locator('input[data-camera]')
    .setInputFiles({ name: 'image.jpg', mimeType: 'image/jpeg', buffer })
}

test('pages are photographed, doubted where they are blurred, and sent as one document', async ({
  page,
  t,
}) => {
  const { buffer: sharpPage } = freshSample({ sample: 'receipt.jpg', as: 'image.jpg' })
  const blurredPage = await sharp(sharpPage).blur(6).jpeg().toBuffer()
  await page.goto('/')
  await expect(page.getByRole('button', { name: t('photo.take') })).toBeVisible()
  await expectAccessible(page)

  await shoot({ page, buffer: blurredPage })
  const sheet = page.getByRole('dialog', { name: t('photo.title') })
  await expect(sheet.getByText(t('photo.advice.blurred', { page: 1 }))).toBeVisible()
  await shoot({ page, buffer: sharpPage })
  await expect(sheet.getByRole('button', { name: t('photo.page', { page: 2 }), exact: true })).toBeVisible()
  await expectAccessible(page)

  // As if the phone had ended the page while its camera was open.
  await page.reload()
  await page.getByRole('button', { name: t('photo.waiting', { pages: 2 }) }).click()
  await sheet.getByRole('button', { name: t('photo.turn', { page: 2 }) }).click()
  await sheet.getByRole('button', { name: t('photo.earlier', { page: 2 }) }).click()
  await sheet.getByRole('button', { name: t('photo.send', { pages: 2 }) }).click()
  await expect(sheet).toBeHidden()
  const name = t('photo.name', { date: '' }).trim()
  await expect(cardOf({ page, name }).first()).toBeVisible()
  const { documents } = await (await page.request.get('/api/documents?limit=1')).json()
  expect(documents[0]).toMatchObject({ contentType: 'application/pdf', pages: 2 })
})

test('a HEIC is taken in and shown as a picture', async ({ page, t, language }) => {
  const name = `camera-${language}.heic`
  const heic = Buffer.concat([await readFixture('page.heic'), Buffer.from(`free ${Math.random()}`)])
  await page.goto('/')
  await chooseFiles({ page, files: [{ name, mimeType: 'image/heic', buffer: heic }] })
  await expect(cardOf({ page, name })).toBeVisible()
  const { documents } = await (await page.request.get(`/api/documents?q=${name}`)).json()
  await page.goto(`/documents/${documents[0].id}`)
  await page.getByRole('radio', { name: t('review.pane.original') }).click()
  const picture = page.getByRole('img', { name: t('review.viewer.label', { name }) })
  await expect(picture).toBeVisible()
  expect(await picture.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(480)
})

/** One finger across the screen, in steps as a real one. */
async function swipe({ page, by }: { page: Page; by: number }): Promise<void> {
  const field = page.locator('form').getByRole('heading', { level: 3 })
  await field.scrollIntoViewIfNeeded()
  const box = await field.boundingBox()
  if (!box) throw new Error('nothing to swipe')
  const y = box.y + box.height / 2
  const from = 195 - by / 2
  const line = await page.context().newCDPSession(page)
  // A busy machine must not make a slow finger of it.
  let timestamp = Date.now() / 1000
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) => {
    timestamp += 0.05
    const touchPoints = x === undefined ? [] : [{ x, y }]
    return line.send('Input.dispatchTouchEvent', { type, touchPoints, timestamp })
  }
  await touch('touchStart', from)
  for (const share of [0.3, 0.6, 1]) await touch('touchMove', from + by * share)
  await touch('touchEnd')
}

test('fields are reviewed with a finger: a swipe goes on and back', async ({ page, t, language }) => {
  const supplier = `STROKED ${language.toUpperCase()} LTD`
  await sendDocument(invoiceInDoubt({ as: `stroked-${language}.pdf`, supplier }))
  const { suppliers } = await (await page.request.get('/api/reviews')).json()
  const { id } = suppliers.find((one: { name: string }) => one.name.toUpperCase() === supplier)
  await page.goto(`/review?${new URLSearchParams({ supplier: id })}`)
  const place = (at: number) => page.getByText(new RegExp(`^${at} (of|de) \\d+$`))
  await expect(place(1)).toBeVisible()
  await swipe({ page, by: -160 })
  await expect(place(2)).toBeVisible()
  await swipe({ page, by: 160 })
  await expect(place(1)).toBeVisible()
  await page.getByRole('button', { name: t('review.queue.next_field') }).click()
  await expect(place(2)).toBeVisible()
  await expectAccessible(page)
})

test('no page scrolls sideways', { tag: sameInEveryLanguage }, async ({ page }) => {
  const id = await sendDocument(freshSample({ sample: 'invoice.pdf', as: 'sideways.pdf' }))
  const paths = ['/', '/documents', '/review', '/usage', '/settings', '/account', `/documents/${id}`]
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 })
    for (const path of paths) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      // What is fetched has come.
      await expect(page.locator('main .animate-breathe')).toHaveCount(0)
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(beyond, `pixels beyond the right edge of ${path} at ${width}`).toBeLessThanOrEqual(0)
    }
  }
})
