import type { Page } from '@playwright/test'
import { cardOf, chooseFiles, forbidDatabases, holdUploads } from './support/desk-page'
import { freshSample } from './support/sample-files'
import { expect, test } from './support/test'

test.use({ role: 'uploader' })
test.describe.configure({ timeout: 300_000 })

const samples = (names: string[]) => names.map((as) => freshSample({ sample: 'invoice.pdf', as }))

/** How many files the browser keeps with their bytes. */
function countKept(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const request = indexedDB.open('intray-uploads')
        request.onerror = () => reject(request.error)
        request.onsuccess = () => {
          const count = request.result.transaction('files').objectStore('files').count()
          count.onsuccess = () => resolve(count.result)
        }
      }),
  )
}
const whenKept = (page: Page, count: number) =>
  expect(async () => expect(await countKept(page)).toBe(count)).toPass()

test('files that had not arrived go on by themselves after a reload, each once, and are forgotten then', async ({
  page,
  context,
  t,
  language,
}) => {
  const names = ['a', 'b', 'c', 'd', 'e'].map((letter) => `reload-${letter}-${language}.pdf`)
  await page.goto('/')
  await expect(page.getByText(t('line.live')).first()).toBeVisible()
  await holdUploads(page)
  await chooseFiles({ page, files: samples(names) })
  await whenKept(page, 5)

  const other = await context.newPage()
  const sentByOther: string[] = []
  other.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/uploads')) sentByOther.push(request.url())
  })
  await other.goto('/')
  await expect(other.getByText(t('line.live')).first()).toBeVisible()
  await expect(other.getByRole('region', { name: t('uploads.title') })).toHaveCount(0)
  expect(sentByOther).toEqual([])
  await other.close()

  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await page.reload()
  for (const name of names) await expect(cardOf({ page, name })).toHaveCount(1)
  await whenKept(page, 0)
  await page.reload()
  await expect(cardOf({ page, name: names[0] ?? '' })).toHaveCount(1)
  await expect(page.getByRole('region', { name: t('uploads.title') })).toHaveCount(0)
})

test('a file of which a part has arrived goes on from there after a reload', async ({
  page,
  t,
  language,
}) => {
  const name = `part-${language}.pdf`
  const small = freshSample({ sample: 'invoice.pdf', as: name })
  // More than one piece of 8 MB, of which the first is let through and no other.
  const file = { ...small, buffer: Buffer.concat([small.buffer, Buffer.alloc(10_000_000, '%\n')]) }
  let pieces = 0
  let isHeld = true
  await page.route('**/api/uploads/*', async (route) => {
    if (!isHeld || route.request().method() !== 'PATCH' || ++pieces === 1) return route.continue()
    // Neither answered nor refused: the page goes away in the middle.
  })
  await page.goto('/')
  await expect(page.getByText(t('line.live')).first()).toBeVisible()
  await chooseFiles({ page, files: [file] })
  await expect(async () => expect(pieces).toBeGreaterThan(1)).toPass()
  await whenKept(page, 1)
  isHeld = false
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/api/uploads')) sent.push(request.method())
  })
  await page.reload()
  await expect(cardOf({ page, name })).toHaveCount(1)
  expect(sent.filter((method) => method === 'POST' || method === 'PATCH')).toEqual(['PATCH'])
})

test('where no bytes are kept one button takes all files again, and says which are others', async ({
  page,
  t,
  language,
}) => {
  const names = [`again-a-${language}.pdf`, `again-b-${language}.pdf`]
  const files = samples(names)
  await forbidDatabases(page)
  await page.goto('/')
  await expect(page.getByText(t('line.live')).first()).toBeVisible()
  await holdUploads(page)
  await chooseFiles({ page, files })
  await expect(page.getByText(t('uploads.sending', { done: 0, files: 2 }))).toBeVisible()
  page.on('dialog', (dialog) => dialog.accept())
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await page.reload()

  const chosen = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: t('uploads.choose_again', { count: 2 }) }).click()
  const [other] = samples([`other-${language}.pdf`])
  await (await chosen).setFiles([...files, ...(other ? [other] : [])])
  await expect(
    page.getByText(t('uploads.choose_again.others', { names: `other-${language}.pdf` })),
  ).toBeVisible()
  for (const name of names) await expect(cardOf({ page, name })).toHaveCount(1)
  await expect(cardOf({ page, name: `other-${language}.pdf` })).toHaveCount(0)
})

test('a browser whose storage is full sends files all the same', async ({ page, t, language }) => {
  const name = `full-${language}.pdf`
  await forbidDatabases(page)
  await page.goto('/')
  await expect(page.getByText(t('line.live')).first()).toBeVisible()
  await page.evaluate(() => {
    for (let size = 1_000_000; size >= 1; size = Math.floor(size / 2)) {
      try {
        for (let count = 0; ; count++) localStorage.setItem(`full-${size}-${count}`, 'x'.repeat(size))
      } catch {
        // Smaller pieces may still fit.
      }
    }
  })
  await chooseFiles({ page, files: samples([name]) })
  await expect(cardOf({ page, name })).toHaveCount(1)
})
