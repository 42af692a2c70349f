import type { Page } from '@playwright/test'
import { cardOf, forbidDatabases } from './support/desk-page'
import { freshSample, type SampleFile } from './support/sample-files'
import { expect, test } from './support/test'

test.use({ role: 'uploader' })

/** Chooses the file as one that was last changed at a time that never changes. */
async function choose({ page, file }: { page: Page; file: SampleFile }): Promise<void> {
  const input = page.locator('input[type=file]:not([webkitdirectory])').first()
  await input.evaluate(
    (element: HTMLInputElement, { name, type, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      const transfer = new DataTransfer()
      transfer.items.add(new File([bytes], name, { type, lastModified: 1_700_000_000_000 }))
      element.files = transfer.files
      element.dispatchEvent(new Event('change', { bubbles: true }))
    },
    { name: file.name, type: file.mimeType, base64: file.buffer.toString('base64') },
  )
}

/** More than one piece of 8 MB, of which the first is let through and no other. */
async function sendInPart({ page, file }: { page: Page; file: SampleFile }): Promise<void> {
  let pieces = 0
  await page.route('**/api/uploads/*', async (route) => {
    if (route.request().method() !== 'PATCH' || ++pieces === 1) return route.continue()
    // Neither answered nor refused: the page goes away in the middle.
  })
  await choose({ page, file })
  await expect(async () => expect(pieces).toBeGreaterThan(1)).toPass()
  page.on('dialog', (dialog) => dialog.accept())
  await page.reload()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
}

function large(as: string): SampleFile {
  const file = freshSample({ sample: 'invoice.pdf', as })
  return { ...file, buffer: Buffer.concat([file.buffer, Buffer.alloc(10_000_000, '%\n')]) }
}

test('two files of one name, size and time of change are two files, and the same file goes on where it was', async ({
  page,
  t,
  language,
}) => {
  const name = `export-${language}.pdf`
  const [march, april] = [large(name), large(name)]
  expect(march.buffer.length).toBe(april.buffer.length)
  await forbidDatabases(page)
  await page.goto('/')
  await expect(page.getByText(t('line.live')).first()).toBeVisible()
  await sendInPart({ page, file: march })
  await expect(page.getByText(t('uploads.count.unfinished', { count: 1 }))).toBeVisible()

  const sent: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/api/uploads')) sent.push(request.method())
  })
  await choose({ page, file: april })
  await expect(cardOf({ page, name })).toHaveCount(1)
  expect(sent).toContain('POST')
  const [document] = (await (await page.request.get(`/api/documents?q=${name}`)).json()).documents
  const original = await page.request.get(`/api/documents/${document.id}/original`)
  expect((await original.body()).equals(april.buffer)).toBe(true)

  sent.length = 0
  await page.reload()
  await expect(page.getByText(t('uploads.count.unfinished', { count: 1 }))).toBeVisible()
  await choose({ page, file: march })
  await expect(cardOf({ page, name })).toHaveCount(2)
  expect(sent.filter((method) => method === 'POST' || method === 'PATCH')).toEqual(['PATCH'])
})
